package iris.relay.real;

import iris.alarm.AlarmKey;
import iris.relay.Level;
import iris.relay.Message;
import iris.relay.Signal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What a feed may say to break a server's line, frame or header. */
public final class Hostile {
  /** The only word of it that a reader may find as it was. */
  public static final String DULL = "Ende";
  private static final String TEXT = "a\r\nBcc: all@example.org\r\n.\r\nRCPT TO:<x>\n\n<0>1 - - - - - - \u0000 \"]\\ [x@1 y=\"z\"] "
      + "\u202Egnirts\u202C \u2028 \u0085 \uD83D\uDE00 é \uFEFF $(id) `id` {id} %n %s ";

  private Hostile() {}

  /** An outage whose name and summary (over 10,000 characters) are hostile. */
  public static Message outage(Instant at) {
    Instant when = at.truncatedTo(ChronoUnit.MILLIS);
    String name = "n" + TEXT;
    return new Message("hostile#begin", "hostile", new Signal(Signal.Kind.SERVICE, "hostile", name), when,
        Message.Sort.BEGIN, Optional.of(AlarmKey.Kind.OUTAGE), Level.CRITICAL, Optional.empty(), Optional.of(when),
        Optional.empty(), Optional.of(when), DULL + " " + TEXT.repeat(100), Optional.empty(),
        Optional.of("muted " + TEXT));
  }
}
