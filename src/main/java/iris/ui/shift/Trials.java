package iris.ui.shift;

import iris.notify.Pattern;
import iris.signal.Report;
import java.util.function.Consumer;

/** What the check tries on this machine, beside every alarm: no method blocks. */
public interface Trials {
  /** Sounds it once, whether anything is silenced or not. */
  void sound(Pattern pattern);

  /** Shows a notification; {@code answer} is told, on any thread, what the desktop said to it. */
  void toast(Consumer<Report.Health> answer);
}
