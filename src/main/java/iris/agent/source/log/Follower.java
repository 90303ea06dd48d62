package iris.agent.source.log;

import iris.agent.source.log.Troubles.Kind;
import iris.signal.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds all bytes of a log, each once, wherever rotation puts them. Time and patience come from outside; each {@link
 * #step} looks once.
 *
 * <p>A renamed file is read on beside its successor until nobody has written to it for {@link #LINGER}: servers
 * finish their requests into the old file. It is read first in each step.
 */
final class Follower implements Closeable {
  static final Duration LINGER = Duration.ofSeconds(60);
  static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int BUFFER = 131_072;
  private static final int REMEMBERED = 8;
  private static final int MOST_REMEMBERED = 256;

  /** What was read to its end, and the last change of the log by then: what it became later changed no later. */
  private record Done(Place place, long by) {}

  private final Path log;
  private final Folder folder;
  private final Lines lines;
  private final Troubles troubles;
  private final byte[] buffer = new byte[BUFFER];
  private final List<Followed> open = new ArrayList<>();
  private final List<Done> done = new ArrayList<>();
  private Optional<Track> before;
  private @Nullable Followed current;
  private @Nullable Instant missing;
  private boolean begun;
  private boolean undecided;
  private long since;
  private long latest;

  /** @param before where to go on; empty: at the end of the log, as it is at the first step */
  Follower(Path log, Optional<Track> before, Lines lines, Troubles troubles) {
    this.log = log;
    this.folder = new Folder(log);
    this.before = before;
    this.lines = lines;
    this.troubles = troubles;
  }

  /**
   * Looks at the log and reads for at most {@code nanos}.
   *
   * @return whether there is more to be read at once
   * @throws IOException if it could not look; the next step tries again
   */
  boolean step(Instant now, long nanos) throws IOException {
    long until = System.nanoTime() + nanos;
    lines.at(now);
    // First what is open: a file of which something was read is known again when it comes back packed.
    if (read(now, until)) return true;
    Optional<Candidate> sight = folder.log();
    if (!begun) {
      begin(sight, now);
    } else {
      if (sight.isPresent()) meet(sight.get(), now);
      // Folders that stir are searched when all that is open was read: what is new there may be a copy of it.
      if (folder.stirred() || undecided) search(now);
    }
    wait(sight.isPresent(), now);
    return read(now, until);
  }

  private void wait(boolean there, Instant now) {
    if (there) {
      missing = null;
      troubles.over(Kind.VANISHED);
    } else {
      if (missing == null) missing = now;
      if (Duration.between(missing, now).compareTo(PATIENCE) >= 0)
        troubles.stands(Kind.VANISHED, Reason.of("agent.log.vanished", log, missing));
    }
  }

  private void begin(Optional<Candidate> sight, Instant now) throws IOException {
    if (before.isPresent()) {
      resume(before.get(), sight, now);
    } else {
      List<Place> old = new ArrayList<>();
      for (Candidate file : folder.relatives(REMEMBERED)) if (file.size() > 0) old.addFirst(file.whole());
      since = sight.map(Candidate::modified).orElse(now.toEpochMilli());
      latest = since;
      if (sight.isPresent()) become(Followed.fromEnd(sight.get(), buffer, now), sight.get());
      old.forEach(this::remember);
    }
    begun = true;
  }

  private void resume(Track track, Optional<Candidate> sight, Instant now) throws IOException {
    try (Search search = new Search(folder, open, track.done(), track.since(), now)) {
      search.kept(track.open());
      Optional<Followed> same = sight.isPresent() ? Optional.of(search.log(sight.get())) : Optional.empty();
      search.unseen();
      for (Place place : search.lost())
        lost(Reason.of("agent.log.lost", log.getFileName(), place.offset()), now);
      since = track.since();
      latest = since;
      undecided = search.undecided();
      track.done().forEach(this::remember);
      take(search, now);
      if (same.isPresent()) become(same.get(), sight.get());
    }
  }

  private void lost(Reason why, Instant now) {
    troubles.happened(Kind.LOST, why, now);
  }

  private void become(Followed next, Candidate sight) {
    open.remove(next);
    open.add(next);
    current = next;
    looked(sight);
  }

  /** What appears from now on changed no earlier than the log had at the look before: it was read to its end since. */
  private void looked(Candidate sight) {
    since = latest;
    latest = sight.modified();
    Objects.requireNonNull(current).looked(sight.modified());
  }

  /** The log is there: is it the one that we read? */
  private void meet(Candidate sight, Instant now) throws IOException {
    if (current != null && current.is(sight)) {
      looked(sight);
      return;
    }
    for (Followed one : List.copyOf(open)) {
      if (!one.hasKeyOf(sight)) continue;
      become(one, sight);
      return;
    }
    try (Search search = new Search(folder, open, done(), since, now)) {
      Followed next = search.log(sight);
      open.addAll(search.take());
      become(next, sight);
    }
  }

  /** Files that were the log between two looks. */
  private void search(Instant now) throws IOException {
    try (Search search = new Search(folder, open, done(), since, now)) {
      search.unseen();
      undecided = search.undecided();
      take(search, now);
    }
  }

  private void take(Search search, Instant now) {
    search.denied().ifPresent(file -> lost(Reason.of("agent.log.denied", file), now));
    search.ended().forEach(this::remember);
    open.addAll(open.isEmpty() ? 0 : open.size() - 1, search.take());
  }

  private boolean read(Instant now, long until) throws IOException {
    for (Followed file : List.copyOf(open)) {
      for (;;) {
        Followed.Progress progress = advance(file, now);
        if (progress == Followed.Progress.TRUNCATED) {
          cut(file, now);
          return true;
        }
        if (progress == Followed.Progress.NOTHING) break;
        if (lines.full() || System.nanoTime() > until) return true;
      }
      if (file != current && file.quiet(now, LINGER)) leave(file);
    }
    return false;
  }

  private Followed.Progress advance(Followed file, Instant now) throws IOException {
    try {
      return file.read(buffer, lines, now);
    } catch (IOException broken) {
      if (file == current) {
        openAnew();
        throw broken;
      }
      lost(Reason.of("agent.log.lost", log.getFileName(), file.place().offset()), now);
      forget(file);
      return Followed.Progress.NOTHING;
    }
  }

  /** A handle may be broken for ever (a network folder that was away): the next step finds all files again. */
  private void openAnew() throws IOException {
    before = Optional.of(track());
    begun = false;
    current = null;
    done.clear();
    close();
  }

  private void leave(Followed file) throws IOException {
    if (!open.contains(file)) return;
    file.finish(buffer, lines);
    forget(file);
  }

  private void forget(Followed file) throws IOException {
    remember(file.place());
    open.remove(file);
    file.close();
  }

  private void remember(Place place) {
    // Of a file of which nothing was read, nothing is known: it may be read again.
    if (place.offset() == 0) return;
    done.add(new Done(place, latest));
    // One that changed before the log did last is told from news by its age.
    while (done.size() > REMEMBERED && done.getFirst().by() < since || done.size() > MOST_REMEMBERED)
      done.removeFirst();
  }

  private List<Place> done() {
    return done.stream().map(Done::place).toList();
  }

  /** It was cut, and perhaps written anew. What was not read of the old text may stand in a copy. */
  private void cut(Followed file, Instant now) throws IOException {
    try (Search search = new Search(folder, open, done(), since, now)) {
      search.rest(file.place());
      if (!search.lost().isEmpty()) lost(Reason.of("agent.log.cut", log.getFileName()), now);
      take(search, now);
    }
    file.startAgain();
    undecided = true;
  }

  Track track() {
    return new Track(open.stream().map(Followed::place).toList(), done(), since);
  }

  /** Whether it has looked once. */
  boolean begun() {
    return begun;
  }

  @Override
  public void close() throws IOException {
    for (Followed file : open) file.close();
    open.clear();
  }
}
