package iris.app;

import iris.notify.Pattern;
import iris.notify.Wording;
import iris.notify.sound.Loudspeaker;
import iris.notify.toast.Desktop;
import iris.signal.Report;
import iris.ui.shift.Trials;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What the check of the station tries: the horn and the notification of this machine. */
record Trying(Loudspeaker loudspeaker, Desktop desktop, Supplier<Wording> wording) implements Trials {
  @Override
  public void sound(Pattern pattern) {
    loudspeaker.play(pattern);
  }

  @Override
  public void toast(Consumer<Report.Health> answer) {
    desktop.tryOut(wording.get().trial(), answer);
  }
}
