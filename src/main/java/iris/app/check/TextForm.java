package iris.app.check;

import iris.signal.Finding;
import iris.signal.Incident;
import iris.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** For a person: states first, then what is open, then what is odd. */
final class TextForm {
  private static final int LISTED = 20;

  private final CheckReport report;
  private final Words words;
  private final StringBuilder out = new StringBuilder();

  private TextForm(CheckReport report, Words words) {
    this.report = report;
    this.words = words;
  }

  static String of(CheckReport report, Words words) {
    TextForm form = new TextForm(report, words);
    if (report.readable()) form.understood();
    else form.unreadable();
    return form.out.toString().stripTrailing();
  }

  private void unreadable() {
    for (Finding f : report.findings()) say("", f.line() > 0 ? "app.check.unreadable-line" : "app.check.unreadable",
        words.say(f.reason()), f.line());
  }

  private void understood() {
    String title = report.bulletin().map(b -> b.channel().title()).filter(t -> !t.isEmpty())
        .orElseGet(() -> words.say("app.check.untitled"));
    say("", "app.check.head", title, report.bulletin().orElseThrow().dialect().wire(), report.items().size());
    report.newest().ifPresent(n -> say("", "app.check.newest", dated(n)));
    if (report.items().isEmpty()) say("", "app.check.empty");
    out.append('\n');
    for (ServiceVerdict s : report.states()) {
      String key = s.since().isPresent() ? "app.check.service-since" : "app.check.service";
      say("  ", key, s.service().name(), words.say(state(s)), s.since().map(this::dated).orElse(""));
      s.origin().ifPresent(o -> again("app.check.nagios.origin", o.wire()));
    }
    incidents(report.open());
    windows();
    findings();
  }

  private void incidents(List<Incident> open) {
    int closed = report.incidents().size() - open.size();
    if (report.incidents().isEmpty()) return;
    out.append('\n');
    say("", "app.check.incidents", open.size(), closed);
    for (Incident i : open.subList(0, Math.min(LISTED, open.size()))) {
      say("  ", i.opened().isPresent() ? "app.check.incident-since" : "app.check.incident",
          words.say("app.check.kind." + i.kind().name().toLowerCase(Locale.ROOT)), i.title(),
          i.opened().map(this::dated).orElse(""), i.rule());
    }
    if (open.size() > LISTED) say("  ", "app.check.more", open.size() - LISTED);
  }

  private void windows() {
    Coverage c = report.coverage();
    if (c.count() == 0) return;
    out.append('\n');
    say("", "app.check.windows", c.count(), dated(c.first().orElseThrow()), dated(c.last().orElseThrow()), c.missing().size());
  }

  private void findings() {
    List<Finding> all = report.findings();
    if (all.isEmpty()) return;
    out.append('\n');
    say("", "app.check.findings", all.size());
    for (Finding f : all.subList(0, Math.min(LISTED, all.size()))) {
      String level = words.say("app.check.level." + f.level().name().toLowerCase(Locale.ROOT));
      say("  ", f.line() > 0 ? "app.check.finding-line" : "app.check.finding", level, words.say(f.reason()), f.line());
    }
    if (all.size() > LISTED) say("  ", "app.check.more", all.size() - LISTED);
  }

  /** What a feed says may be years old. */
  private String dated(Instant at) {
    return words.figures().dated(at, report.now());
  }

  static String state(ServiceVerdict s) {
    return "app.check.state." + s.state().name().toLowerCase(Locale.ROOT);
  }

  /** On the line just said. */
  private void again(String key, Object... args) {
    out.setLength(out.length() - 1);
    say("", key, args);
  }

  private void say(String indent, String key, Object... args) {
    Object[] plain = new Object[args.length];
    for (int i = 0; i < args.length; i++) plain[i] = args[i] instanceof String s ? Plainly.line(s) : args[i];
    out.append(indent).append(words.say(key, plain)).append('\n');
  }
}
