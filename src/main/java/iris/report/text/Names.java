package iris.report.text;

import iris.history.contract.Cause;
import iris.report.Reckoning;
import iris.signal.Origin;
import iris.words.Words;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** What things are called on a report. */
final class Names {
  private final Words words;

  Names(Words words) {
    this.words = words;
  }

  /** Whom or what a figure is about. */
  String about(String key, String about) {
    return switch (key) {
      case "outage", "lost", "traffic.failed" -> origin(about);
      case "time.unmeasured" -> words.say(Cause.valueOf(about).words());
      default -> about;
    };
  }

  private String origin(String wire) {
    return wire.isEmpty() ? words.say("words.origin.unknown")
        : words.say("words.origin." + Origin.ofWire(wire).wire());
  }

  /** On the clocks of the contract, which need not be the reader's. */
  String moment(Instant at, Reckoning account) {
    return DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(account.contract().zone()).format(at);
  }
}
