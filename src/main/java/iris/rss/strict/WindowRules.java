package iris.rss.strict;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.xml.sax.Attributes;

/** One window: sums, and times that rise from the median to the longest. */
final class WindowRules {
  private static final String[] RISING = {"p50", "p95", "p99", "max"};

  private final Notes notes;
  private final Declared declared;
  private final int line;
  private final Set<String> seen = new HashSet<>();
  private long total = -1;
  private long failed = -1;
  private long blamed;
  private boolean times;

  WindowRules(Notes notes, Declared declared, Attributes a, int line) {
    this.notes = notes;
    this.declared = declared;
    this.line = line;
    Optional<Instant> from = ItemRules.instant(a.getValue("from"));
    Optional<Instant> to = ItemRules.instant(a.getValue("to"));
    if (from.isEmpty() || to.isEmpty()) return;
    if (!from.get().isBefore(to.get())) notes.error(line, "rss.strict.order", "from", "to");
    else declared.period().ifPresent(period -> grid(from.get(), to.get(), period));
  }

  private void grid(Instant from, Instant to, Duration period) {
    long millis = Math.max(1, period.toMillis());
    if (!Duration.between(from, to).equals(period)) notes.warning(line, "rss.strict.length", period);
    else if (Math.floorMod(from.toEpochMilli(), millis) != 0) notes.warning(line, "rss.strict.grid", from);
  }

  void part(String name, Attributes a, int at) {
    String whose = a.getValue("party") == null ? "" : a.getValue("party");
    String origin = a.getValue("origin") == null ? "" : a.getValue("origin");
    String of = a.getValue("of") == null ? "" : a.getValue("of");
    if (!seen.add(name + '\n' + whose + '\n' + origin + '\n' + of)) notes.error(at, "rss.strict.twice", "iris:" + name);
    if (!whose.isEmpty()) declared.mentionsParty(whose, at);
    switch (name) {
      case "transactions" -> {
        total = number(a.getValue("total"));
        failed = number(a.getValue("failed"));
        if (total >= 0 && failed > total) notes.error(at, "rss.strict.more-than", "failed", failed, "total", total);
      }
      case "failures" -> blamed += Math.max(0, number(a.getValue("count")));
      case "transactionTime", "responseTime" -> rising(a, at);
      default -> {}
    }
  }

  private void rising(Attributes a, int at) {
    times = true;
    long last = 0;
    String lastName = "";
    for (String name : RISING) {
      long value = number(a.getValue(name));
      if (value < 0) continue;
      if (value < last) notes.error(at, "rss.strict.more-than", lastName, last, name, value);
      last = value;
      lastName = name;
    }
  }

  void end() {
    if (!seen.stream().anyMatch(part -> part.startsWith("transactions\n")))
      notes.error(line, "rss.strict.missing", "iris:transactions");
    if (failed >= 0 && blamed > failed) notes.error(line, "rss.strict.more-than", "count", blamed, "failed", failed);
    if (total == 0 && times) notes.error(line, "rss.strict.empty-times");
  }

  private static long number(String text) {
    return text != null && text.strip().matches("\\d{1,18}") ? Long.parseLong(text.strip()) : -1;
  }
}
