package iris.rss.foreign;

import iris.rss.Dates;
import iris.signal.Body;
import iris.signal.Incident.Kind;
import iris.signal.Maintenance;
import iris.signal.Note;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The span of a planned maintenance, where the entry states it: by an element, or in the banner above the updates. */
final class Works {
  private static final String BANNER = "this is a scheduled event";

  private Works() {}

  static Body of(Entry entry, Said said, String service, Optional<Instant> built) {
    if (said.kind() != Kind.MAINTENANCE) return Note.NOTE;
    Optional<Instant> from = entry.published();
    Optional<Instant> to = Optional.ofNullable(entry.extras().get("maintenanceEndDate")).flatMap(Dates::lenient);
    if (to.isEmpty()) {
      List<Optional<Instant>> span = banner(entry, built);
      from = span.getFirst();
      to = span.getLast();
    }
    if (from.isEmpty() || to.isEmpty() || !from.get().isBefore(to.get())) return Note.NOTE;
    return new Maintenance(said.key(), service, state(entry, said), from.get(), to.get());
  }

  private static Maintenance.State state(Entry entry, Said said) {
    if (!Fold.isOpen(said.steps())) return Maintenance.State.DONE;
    boolean running =
        Blocks.of(entry.html()).stream().anyMatch(b -> b.meaning().filter(Label.RUNNING::equals).isPresent());
    return running ? Maintenance.State.RUNNING : Maintenance.State.PLANNED;
  }

  /** "Feb 8, 22:00 UTC - Feb 9, 13:00 UTC", or "Oct 5, 04:00 - 05:00 UTC". */
  private static List<Optional<Instant>> banner(Entry entry, Optional<Instant> built) {
    List<Optional<Instant>> nothing = List.of(Optional.empty());
    List<String> paragraphs = Prose.paragraphs(entry.html());
    if (paragraphs.isEmpty() || !paragraphs.getFirst().toLowerCase(Locale.ROOT).startsWith(BANNER)) return nothing;
    String text = paragraphs.getFirst().substring(BANNER.length());
    int dash = Math.max(text.indexOf(" - "), text.indexOf(" – "));
    if (dash < 0) return nothing;
    String from = text.substring(0, dash).strip();
    String to = text.substring(dash + 3).strip();
    if (!BlockTime.looksLikeOne(to)) to = from.substring(0, Math.max(0, from.indexOf(','))) + ", " + to;
    int zone = to.lastIndexOf(' ');
    if (zone > 0 && !Character.isLetter(from.charAt(from.length() - 1))) from = from + to.substring(zone);
    Optional<Instant> near = entry.published().or(() -> built);
    Optional<Instant> end = BlockTime.resolve(List.of(to), near, Optional.empty()).getFirst();
    return List.of(BlockTime.resolve(List.of(from), end, Optional.empty()).getFirst(), end);
  }
}
