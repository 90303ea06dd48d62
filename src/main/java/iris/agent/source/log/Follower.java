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
import java.util.Optional;

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

  private final Path log;
  private final Folder folder;
  private final Lines lines;
  private final Troubles troubles;
  private final byte[] buffer = new byte[BUFFER];
  private final List<Followed> open = new ArrayList<>();
  private final List<Place> done = new ArrayList<>();
  private Optional<Track> before;
  private Followed current;
  private Instant missing;
  private boolean begun;
  private long since;

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
    if (!begun) begin(sight, now);
    else if (sight.isPresent()) meet(sight.get(), now);
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
      for (Candidate file : folder.relatives(REMEMBERED)) old.addFirst(file.whole());
      since = now.toEpochMilli();
      if (sight.isPresent()) become(Followed.fromEnd(sight.get(), buffer, now), sight.get());
      done.addAll(old);
    }
    begun = true;
  }

  private void resume(Track track, Optional<Candidate> sight, Instant now) throws IOException {
    List<Followed> found = new ArrayList<>();
    Followed same = null;
    try {
      for (Place place : track.open()) {
        Optional<Candidate> file = folder.find(place);
        if (file.isEmpty()) {
          lost(place, now);
        } else {
          Followed one = Followed.at(file.get(), place, now);
          found.add(one);
          if (sight.isPresent() && file.get().path().equals(log)) same = one;
        }
      }
      List<Candidate> unseen = folder.unseen(track.since(), track.open(), track.done(), key(sight));
      if (same != null) found.remove(same);
      for (Candidate file : unseen) found.add(Followed.fromBeginning(file, now));
      if (same == null && sight.isPresent()) same = Followed.fromBeginning(sight.get(), now);
    } catch (IOException again) {
      for (Followed one : found) one.close();
      if (same != null) same.close();
      throw again;
    }
    since = track.since();
    done.addAll(track.done());
    open.addAll(found);
    if (same != null) become(same, sight.get());
  }

  private static String key(Optional<Candidate> sight) {
    return sight.map(Candidate::key).orElse(Identity.NO_KEY);
  }

  private void lost(Place place, Instant now) {
    if (place.offset() > 0)
      troubles.happened(Kind.LOST, Reason.of("agent.log.lost", log.getFileName(), place.offset()), now);
  }

  private void become(Followed next, Candidate sight) {
    open.add(next);
    current = next;
    since = sight.modified();
    next.looked(sight.modified());
  }

  /** The log is there: is it the one that we read? */
  private void meet(Candidate sight, Instant now) throws IOException {
    if (current != null && current.is(sight)) {
      since = sight.modified();
      current.looked(sight.modified());
      return;
    }
    boolean heir = current != null && current.hasHeir(sight);
    List<Followed> fresh = heir ? List.of() : unseen(sight.key(), now);
    Followed next = heir ? Followed.at(sight, current.place(), now) : Followed.fromBeginning(sight, now);
    if (heir) {
      open.remove(current);
      current.close();
    }
    open.addAll(fresh);
    become(next, sight);
  }

  /** Files that were the log between two looks, opened. */
  private List<Followed> unseen(String key, Instant now) throws IOException {
    List<Followed> fresh = new ArrayList<>();
    try {
      List<Place> places = open.stream().map(Followed::place).toList();
      for (Candidate file : folder.unseen(since, places, done, key)) fresh.add(Followed.fromBeginning(file, now));
      return fresh;
    } catch (IOException again) {
      for (Followed one : fresh) one.close();
      throw again;
    }
  }

  private boolean read(Instant now, long until) throws IOException {
    for (Followed file : List.copyOf(open)) {
      for (;;) {
        Followed.Progress progress = advance(file, now);
        if (progress == Followed.Progress.TRUNCATED) {
          truncated(file, now);
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
      lost(file.place(), now);
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
    done.add(place);
    if (done.size() > REMEMBERED) done.removeFirst();
  }

  /** Cut, and perhaps written anew. What was not read of the old text may stand in a copy. */
  private void truncated(Followed file, Instant now) throws IOException {
    if (file != current) {
      forget(file);
      return;
    }
    Place old = file.place();
    Optional<Candidate> copy = folder.find(old).filter(c -> !c.path().equals(log));
    List<Followed> rest = new ArrayList<>();
    if (copy.isPresent()) rest.add(Followed.at(copy.get(), old, now));
    try {
      List<Place> known = new ArrayList<>(open.stream().map(Followed::place).toList());
      for (Candidate other : folder.unseen(since, known, done, old.identity().key()))
        rest.add(Followed.fromBeginning(other, now));
    } catch (IOException again) {
      for (Followed one : rest) one.close();
      throw again;
    }
    if (copy.isEmpty()) remember(old);
    open.addAll(open.size() - 1, rest);
    file.startAgain();
  }

  Track track() {
    return new Track(open.stream().map(Followed::place).toList(), done, since);
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
