package iris.notify;

import iris.alarm.AlarmKey;
import java.util.Objects;
import java.util.Optional;

/**
 * A toast in words: plain text, one language, bounded ({@link Plain}); each notifier escapes it for its own server.
 *
 * @param key a later toast with this key replaces this one
 * @param title one line
 * @param text lines, may be empty
 * @param critical urgent, and does not expire by itself
 */
public record Toast(String key, String title, String text, boolean critical, Optional<AlarmKey> acknowledges) {
  public Toast {
    Objects.requireNonNull(key);
    Objects.requireNonNull(text);
    Objects.requireNonNull(acknowledges);
    if (title.isBlank()) throw new IllegalArgumentException("a toast needs a title");
  }
}
