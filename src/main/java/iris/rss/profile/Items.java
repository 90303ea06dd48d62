package iris.rss.profile;

import iris.rss.Revision;
import iris.signal.Body;
import iris.signal.IncidentStep;
import iris.signal.Item;
import iris.signal.Maintenance;
import iris.signal.Note;
import iris.signal.Origin;
import iris.signal.Timing;
import iris.signal.Window;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Items of the profile as records: the agent makes them, the readers make them, and both come out equal. */
public final class Items {
  private static final long[] PRIMES = {1_000_003, 1_000_000_007, 998_244_353_001L, 7};

  private Items() {}

  /** An item to publish; line 0. {@code published} loses what is less than a second, as on the wire. */
  public static Item of(String guid, String title, String text, Instant published, Body body) {
    return item(guid, title, text, published.truncatedTo(ChronoUnit.SECONDS), 0, body);
  }

  /** {@code published} may be null; an empty guid becomes a hash of what the item says. */
  static Item item(String guid, String title, String text, @Nullable Instant published, int line, Body body) {
    Revision said = new Revision().say(title).say(text);
    Optional<String> incident = Optional.empty();
    switch (body) {
      case Window w -> say(said, w);
      case IncidentStep s -> {
        incident = Optional.of(s.id());
        say(said, s);
      }
      case Maintenance m -> {
        incident = Optional.of(m.id());
        said.say(m.id()).say(m.service()).say(m.state().name());
        say(said, m.from());
        say(said, m.to());
      }
      case Note _ -> said.say(0);
    }
    Optional<Instant> date = Optional.ofNullable(published);
    String revision = said.of(guid, date);
    String key = guid.isEmpty() ? revision : guid;
    return new Item(key, revision, title, text, date, Optional.empty(), incident, line, body);
  }

  private static void say(Revision said, Window w) {
    said.say(w.service()).say(w.state().name()).say(w.total()).say(w.failed());
    say(said, w.from());
    say(said, w.to());
    long failures = 0;
    // A sum, since a map has no order.
    for (Map.Entry<Origin, Long> e : w.failures().entrySet()) failures += e.getValue() * PRIMES[e.getKey().ordinal()];
    said.say(failures);
    say(said, w.transaction());
    for (Window.Response r : w.responses()) say(said.say(r.party()), r.timing());
    for (Window.Histogram h : w.histograms()) said.say(h.of()).say(h.party()).say(h.data());
  }

  private static void say(Revision said, IncidentStep s) {
    said.say(s.id()).say(s.service()).say(s.sequence()).say(s.state().name()).say(s.severity().name());
    said.say(s.origin().name()).say(s.party().orElse("")).say(s.cause());
    say(said, s.since());
    s.until().ifPresent(until -> say(said, until));
  }

  private static void say(Revision said, Timing t) {
    said.say(t.mean()).say(t.p50()).say(t.p95()).say(t.p99()).say(t.max());
  }

  private static void say(Revision said, Instant i) {
    said.say(i.getEpochSecond()).say(i.getNano());
  }
}
