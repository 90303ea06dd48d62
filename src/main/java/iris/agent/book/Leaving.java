package iris.agent.book;

import iris.agent.AgentConfig.Served;
import iris.agent.SourceSpec;
import java.util.Set;
import java.util.stream.Collectors;

/** Sources that are not configured any more: nobody waits for their word, or an incident would wait for ever. */
final class Leaving {
  private Leaving() {}

  /** A book without any configured source is fed by hand and forgets none. */
  static Book.State of(Served served, Book.State s) {
    Set<String> known = served.sources().stream().map(SourceSpec::id).collect(Collectors.toSet());
    if (known.isEmpty()) return s;
    return new Book.State(s.at(), s.said(), s.settles(), s.frames(), s.published(), s.missed(), s.verdict(),
        s.lastWindow(), s.checks().stream().filter(c -> known.contains(c.source())).toList(), s.traffic(), s.open(),
        s.phases(), s.floor(), s.openings(), s.works(), s.issued(), s.closed(),
        s.troubles().stream().filter(t -> known.contains(t.source())).toList(),
        s.certificates().stream().filter(c -> known.contains(c.source())).toList());
  }
}
