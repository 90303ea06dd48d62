package iris.agent.source.log;

import iris.agent.Mark;
import iris.agent.source.Count;
import iris.agent.source.Fault;
import iris.signal.Party;
import iris.signal.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A follower, what it read, and what was kept of that: a killed one starts anew from the kept mark, and the lines it
 * read since then are forgotten as the agent would forget them.
 */
final class Desk implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-11-22T11:00:00Z");
  static final Service SIV = new Service("siv", "SIV", List.of(
      new Party("darva", Party.Role.PROVIDER, "DARVA"), new Party("ants", Party.Role.EXTERNAL, "SIV national")));

  final List<String> kept = new ArrayList<>();
  Instant now = NOON;
  Troubles troubles = new Troubles();
  long unreadable;
  private final List<String> pending = new ArrayList<>();
  private final Path log;
  private Count count;
  private Lines lines;
  private Follower follower;
  private Optional<Mark> mark = Optional.empty();

  Desk(Path log) {
    this.log = log;
    start();
  }

  private void start() {
    count = new Count("siv", "access", Duration.ofMinutes(5), Optional.empty(), Optional.empty(),
        new Fault(SIV, "darva", Optional.empty()));
    lines = new Lines((b, from, to, t) -> {
      String line = new String(b, from, to - from, StandardCharsets.UTF_8);
      t.at = now.toEpochMilli();
      t.status = 200;
      if (line.startsWith("?")) return false;
      pending.add(line);
      return true;
    }, count);
    follower = new Follower(log, mark.map(Track::of), lines, troubles);
  }

  /** Looks until there is nothing more to read now. */
  Desk look() {
    while (lookOnce()) {}
    return this;
  }

  boolean lookOnce() {
    try {
      return follower.step(now, 0);
    } catch (NoSuchFileException moved) {
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was read is kept together with the mark. */
  Desk keep() {
    if (!follower.begun()) return this;
    kept.addAll(pending);
    pending.clear();
    mark = Optional.of(follower.track().mark());
    unreadable += count.take(mark).unreadable();
    return this;
  }

  Mark mark() {
    return mark.orElseThrow();
  }

  /** Killed and started anew from a mark that another wrote. */
  Desk from(String words) {
    mark = Optional.of(new Mark(words));
    return kill();
  }

  Desk kill() {
    close();
    pending.clear();
    start();
    return this;
  }

  Desk after(Duration time) {
    now = now.plus(time);
    return look();
  }

  Optional<String> trouble() {
    return troubles.none() ? Optional.empty() : troubles.news(iris.signal.Reason.of("well"), now).map(r -> r.key());
  }

  @Override
  public void close() {
    try {
      follower.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
