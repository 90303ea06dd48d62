package iris.app.check;

import iris.relay.Plain;
import iris.signal.Finding;
import iris.signal.Origin;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One line of a monitoring plug-in: word, sentence, bar, performance data. Down is CRITICAL; degraded, and items that
 * could not be read, are WARNING; not knowing is UNKNOWN, never OK.
 */
final class NagiosForm {
  private static final String[] NAMES = {"OK", "WARNING", "CRITICAL", "UNKNOWN"};
  /** Bytes of the sentence: what every server of that family shows whole. */
  private static final int LONGEST = 1000;

  private final CheckReport report;
  private final Words words;
  private final List<String> says = new ArrayList<>();
  private final List<String> data = new ArrayList<>();

  private NagiosForm(CheckReport report, Words words) {
    this.report = report;
    this.words = words;
  }

  static CheckReport.Answer of(CheckReport report, Words words) {
    return new NagiosForm(report, words).answer();
  }

  private CheckReport.Answer answer() {
    // A document that names no service says of none that it is well.
    int code = report.states().isEmpty() ? 3 : 0;
    for (ServiceVerdict s : report.states()) {
      int its = code(s.state());
      if (weight(its) > weight(code)) code = its;
      if (its != 0 || report.states().size() == 1) says.add(sentence(s));
      figures(s);
    }
    for (Finding f : report.findings()) {
      if (f.level() != Finding.Level.ERROR) continue;
      if (code == 0) code = 1;
      if (says.size() < 4) says.add(Plainly.line(words.say(f.reason())));
    }
    if (says.isEmpty() && code == 3) says.add(words.say("app.check.no-service"));
    if (says.isEmpty()) says.add(words.say("app.check.nagios.all-well", report.states().size()));
    if (report.readable()) data.add("incidents_open=" + report.open().size() + ";;;0");
    // A supervision server may hand the line to a shell, its own signs with it: whatever a feed says is made dull.
    String line = Plain.nagios("IRIS " + NAMES[code] + " - " + String.join(" / ", says), LONGEST);
    return new CheckReport.Answer(data.isEmpty() ? line : line + " | " + String.join(" ", data), code);
  }

  private String sentence(ServiceVerdict s) {
    String state = words.say(TextForm.state(s));
    StringBuilder text = new StringBuilder(words.say("app.check.service", Plainly.line(s.service().name()), state));
    s.since().ifPresent(at -> text.append(words.say("app.check.nagios.since", words.figures().dated(at, report.now()))));
    s.origin().map(Origin::wire).ifPresent(o -> text.append(words.say("app.check.nagios.origin", o)));
    s.incident().ifPresent(i -> text.append(" – ").append(Plainly.line(i.title())));
    s.why().ifPresent(w -> text.append(", ").append(Plainly.line(words.say(w))));
    return text.toString();
  }

  private void figures(ServiceVerdict s) {
    if (s.window().isEmpty()) return;
    Window w = s.window().get();
    String label = label(s.service().id());
    data.add(label + "_transactions=" + w.total() + ";;;0");
    data.add(label + "_failed=" + w.failed() + ";;;0");
    if (w.total() > 0) data.add(label + "_availability=" + percent(w) + "%;;;0;100");
    time(label + "_transaction_mean", w.transaction().mean());
    time(label + "_transaction_p95", w.transaction().p95());
    for (Window.Response r : w.responses()) time(label + "_response_" + label(r.party()), r.timing().mean());
    data.add(label + "_age=" + Math.max(0, age(w.to())) + "s;;;0");
  }

  /** Cut, not rounded: 99.996 is not 100. */
  private static String percent(Window w) {
    long hundredths = Math.floorDiv(10_000 * (w.total() - w.failed()), w.total());
    return hundredths / 100 + "." + String.format(Locale.ROOT, "%02d", hundredths % 100);
  }

  private long age(Instant end) {
    return Duration.between(end, report.now()).toSeconds();
  }

  private void time(String label, long ms) {
    if (ms != Timing.ABSENT) data.add(label + "=" + ms + "ms;;;0");
  }

  private static String label(String id) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < id.length() && i < 40; i++) {
      char c = id.charAt(i);
      boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '.';
      out.append(plain ? c : '_');
    }
    return out.toString();
  }

  private static int code(Verdict state) {
    return switch (state) {
      case UP, MAINTENANCE -> 0;
      case DEGRADED -> 1;
      case DOWN -> 2;
      case UNKNOWN -> 3;
    };
  }

  /** What a person must do first: CRITICAL, WARNING, UNKNOWN, OK. */
  private static int weight(int code) {
    return switch (code) {
      case 2 -> 3;
      case 1 -> 2;
      case 3 -> 1;
      default -> 0;
    };
  }
}
