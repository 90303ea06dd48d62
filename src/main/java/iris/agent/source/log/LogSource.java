package iris.agent.source.log;

import iris.agent.AgentConfig;
import iris.agent.Evidence;
import iris.agent.Mark;
import iris.agent.Source;
import iris.agent.SourceSpec;
import iris.agent.source.Count;
import iris.agent.source.Ending;
import iris.agent.source.Fault;
import iris.agent.source.log.Troubles.Kind;
import iris.signal.Reason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The transaction log of a service, followed through rotation (by renaming, with gzip after it, by copying and
 * truncating), deletion and reappearance. Without a mark it begins at the end of the log, as {@code tail -F} does: what
 * happened before anybody looked is no evidence of now. With one it goes on exactly where that stands, also in a file
 * that was renamed or packed since, and in those that came and went in between. Marks of a log that can no longer be
 * found are told as a {@link Evidence.Condition}.
 *
 * <p>Looks five times a second instead of asking the system to watch: a look costs one {@code stat} and at most one
 * read, while watching misses what another machine writes to a network folder, needs descriptors that systems limit,
 * and says nothing of a file's identity, so that the look would be needed anyway.
 */
public final class LogSource implements Source {
  private static final System.Logger LOG = System.getLogger(LogSource.class.getName());
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration READ = Duration.ofMillis(150);
  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final SourceSpec.Log spec;
  private final String service;
  private final InstantSource clock;
  private final Count count;
  private final Lines lines;
  private final Troubles troubles = new Troubles();
  private final Follower follower;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable Thread thread;
  private @Nullable Mark handed;

  /**
   * @param served the service whose log it is
   * @param period of the windows
   * @param mark where the kept evidence of this source ends
   * @throws IllegalArgumentException if the spec's pattern is none
   */
  public LogSource(SourceSpec.Log spec, AgentConfig.Served served, Duration period, InstantSource clock,
      Optional<Mark> mark) {
    this.spec = spec;
    this.service = served.service().id();
    this.clock = clock;
    Fault fault = new Fault(served.service(), spec.party(), spec.external());
    this.count = new Count(service, spec.id(), period, served.thresholds().p95(), spec.external(), fault);
    this.lines = new Lines(reader(spec.format(), fault), count);
    this.follower = new Follower(spec.file().toAbsolutePath(), mark.flatMap(this::track), lines, troubles);
  }

  /** A time that says no offset is one of this machine, which wrote it. */
  static LineReader reader(SourceSpec.Format format, Fault fault) {
    ZoneId zone = ZoneId.systemDefault();
    return switch (format) {
      case SourceSpec.Format.Combined ignored -> new CombinedReader();
      case SourceSpec.Format.JsonLines json -> new JsonReader(json.fields(), fault, zone);
      case SourceSpec.Format.Pattern pattern -> new PatternReader(pattern, fault, zone);
    };
  }

  private Optional<Track> track(Mark mark) {
    try {
      return Optional.of(Track.of(mark));
    } catch (IllegalArgumentException foreign) {
      troubles.happened(Kind.LOST, Reason.of("agent.log.mark", spec.file()), clock.instant());
      return Optional.empty();
    }
  }

  @Override
  public void start(Consumer<Evidence> sink) {
    thread = Thread.ofPlatform().daemon().name("log " + service + "/" + spec.id()).start(() -> run(sink));
  }

  private void run(Consumer<Evidence> sink) {
    try (follower) {
      boolean more = false;
      while (!closed.await(more ? 0 : LOOK.toMillis(), TimeUnit.MILLISECONDS)) more = lookAndTell(sink);
      hand(sink);
    } catch (InterruptedException | IOException | RuntimeException | Error end) {
      LOG.log(System.Logger.Level.ERROR, "the log " + spec.file() + " is no longer followed", end);
    }
  }

  /** Never silently dead: a bug is told and the next look tries again. */
  private boolean lookAndTell(Consumer<Evidence> sink) {
    boolean more = false;
    try {
      more = look();
    } catch (RuntimeException | Error bug) {
      LOG.log(System.Logger.Level.ERROR, "while following " + spec.file(), bug);
      troubles.stands(Kind.BROKEN, Reason.of("agent.log.internal", spec.file(), bug.getClass().getSimpleName()));
    }
    hand(sink);
    return more;
  }

  private boolean look() {
    Instant now = clock.instant();
    try {
      boolean more = follower.step(now, READ.toNanos());
      troubles.over(Kind.BROKEN);
      judge(now);
      return more;
    } catch (NoSuchFileException moved) {
      return false; // It was renamed between looking and opening; the next look finds it.
    } catch (AccessDeniedException denied) {
      troubles.stands(Kind.BROKEN, Reason.of("agent.log.denied", denied.getFile()));
    } catch (Folder.NotAFile other) {
      troubles.stands(Kind.BROKEN, Reason.of("agent.log.not-a-file", spec.file()));
    } catch (IOException broken) {
      String said = broken.getMessage() == null ? broken.getClass().getSimpleName() : broken.getMessage();
      troubles.stands(Kind.BROKEN, Reason.of("agent.log.broken", spec.file(), said));
    }
    return false;
  }

  private void judge(Instant now) {
    if (lines.strange()) troubles.stands(Kind.STRANGE, Reason.of("agent.log.strange", spec.file()));
    else troubles.over(Kind.STRANGE);
    if (lines.ahead() > 0)
      troubles.happened(Kind.AHEAD, Reason.of("agent.log.ahead", spec.file(), Duration.ofMillis(lines.ahead())), now);
  }

  private void hand(Consumer<Evidence> sink) {
    if (follower.begun()) {
      Mark mark = follower.track().mark();
      if (!count.isEmpty() || !mark.equals(handed)) sink.accept(count.take(Optional.of(mark)));
      handed = mark;
    }
    Reason well = Reason.of("agent.log.followed", spec.file());
    troubles.news(well, clock.instant()).ifPresent(why -> sink.accept(
        new Evidence.Condition(service, spec.id(), troubles.none(), why)));
  }

  @Override
  public void close() {
    closed.countDown();
    Ending.await(thread, CLOSING, LOG, "still reading: " + spec.file());
  }
}
