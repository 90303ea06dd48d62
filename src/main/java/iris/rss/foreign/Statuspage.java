package iris.rss.foreign;

import iris.signal.Dialect;
import iris.signal.Incident.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One incident an entry, rewritten in place: all its updates stand in the body, newest first. */
final class Statuspage implements Habit {
  private static final String RULE = "statuspage.strong";

  @Override
  public Dialect dialect() {
    return Dialect.STATUSPAGE;
  }

  @Override
  public List<Said> say(Sheet sheet) {
    return Habit.each(sheet, e -> said(e, e.guid(), sheet.channel().built()).or(() -> Plain.said(e, e.guid())));
  }

  /** Empty where the body holds no updates. */
  static Optional<Said> said(Entry entry, String key, Optional<Instant> built) {
    List<Blocks.Block> blocks = Blocks.of(entry.html());
    if (blocks.isEmpty()) return Optional.empty();
    List<Optional<Instant>> times =
        BlockTime.resolve(blocks.stream().map(Blocks.Block::time).toList(), entry.latest(), built);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      Blocks.Block block = blocks.get(i);
      // A label that nobody knows keeps the state: open, unless an update below it says otherwise.
      Phase phase = block.meaning().flatMap(Label::phase).orElse(Phase.SAME);
      Optional<Instant> at = times.get(i).isPresent() ? times.get(i) : stated(entry, i, blocks.size());
      steps.add(new Step(at, phase, block.words()));
    }
    String newest = blocks.getFirst().words();
    String sentence = newest.isBlank() ? entry.title() : newest;
    return Optional.of(new Said(entry, key, entry.title(), kind(entry, blocks), false, steps, RULE, sentence));
  }

  /** Where an update's own time cannot be read, the entry knows those of the newest and the oldest. */
  private static Optional<Instant> stated(Entry entry, int at, int of) {
    if (at == 0) return entry.latest();
    return at == of - 1 && !entry.published().equals(entry.latest()) ? entry.published() : Optional.empty();
  }

  private static Kind kind(Entry entry, List<Blocks.Block> blocks) {
    String head = entry.html().substring(0, Math.min(entry.html().length(), 400)).toLowerCase(Locale.ROOT);
    boolean planned = head.contains("this is a scheduled event") || entry.extras().containsKey("maintenanceEndDate")
        || typed(head) || entry.link().contains("/maintenances/") || entry.link().contains("/maintenance/")
        || blocks.stream().anyMatch(b -> b.meaning().flatMap(Label::kind).filter(Kind.MAINTENANCE::equals).isPresent());
    if (planned) return Kind.MAINTENANCE;
    // Updates are labelled, so it is an incident: its words only say how bad. Its first report knows best.
    return worse(Lexicon.kind(entry.title()), Lexicon.kind(blocks.getLast().words()));
  }

  private static Kind worse(Optional<Kind> title, Optional<Kind> report) {
    if (title.filter(Kind.OUTAGE::equals).isPresent()) return Kind.OUTAGE;
    boolean silent = title.isEmpty() || title.get() == Kind.NOTICE || title.get() == Kind.MAINTENANCE;
    return silent && report.filter(Kind.OUTAGE::equals).isPresent() ? Kind.OUTAGE : Kind.DEGRADATION;
  }

  /** Instatus writes the type in front of the updates. */
  private static boolean typed(String head) {
    int at = head.indexOf("type:");
    return at >= 0 && head.substring(at, Math.min(head.length(), at + 40)).contains("maintenance");
  }
}
