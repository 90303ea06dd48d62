package iris.notify;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What the settings say about telling.
 *
 * @param sound false: mute, by configuration; the header says so
 * @param volume 0 to 1 of full scale
 * @param toasts false: no desktop notifications
 * @param author who acts when a button of a toast is pressed; empty: toasts have no acknowledge button (wall, read-only)
 * @param icon picture of the application for toasts
 */
public record Alerting(boolean sound, double volume, boolean toasts, Optional<String> author, Optional<Path> icon) {
  public static final Alerting DEFAULT = new Alerting(true, 0.8, true, Optional.empty(), Optional.empty());

  public Alerting {
    Objects.requireNonNull(author);
    Objects.requireNonNull(icon);
    if (!(volume >= 0 && volume <= 1)) throw new IllegalArgumentException("volume " + volume + " is not in 0..1");
  }
}
