package iris.agent.source.log;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/**
 * One search of a log's folder for what was not read yet: the rest of texts whose file was cut, and files that were
 * the log while nobody looked. Whatever is a copy of something that is read or was read is not read again.
 *
 * <p>A copy that is being made while its original still stands, and one of which nothing can be said yet, are left
 * for the next search: so long as the original stands, nothing of it can be lost.
 */
final class Search implements Closeable {
  private final Folder folder;
  private final List<Followed> open;
  private final List<Place> done;
  private final long since;
  private final Instant now;
  private final List<Followed> found = new ArrayList<>();
  private final List<Place> ended = new ArrayList<>();
  private final List<Place> lost = new ArrayList<>();
  private final Set<Path> asked = new HashSet<>();
  private Optional<Path> denied = Optional.empty();
  private boolean undecided;

  /**
   * @param open what is read already
   * @param done what was read to its end
   * @param since what was the log later changed no earlier, milliseconds since 1970
   */
  Search(Folder folder, List<Followed> open, List<Place> done, long since, Instant now) {
    this.folder = folder;
    this.open = open;
    this.done = List.copyOf(done);
    this.since = since;
    this.now = now;
  }

  /** Finds the files of places that were kept: first each its own, then what was copied or packed since. */
  void kept(List<Place> places) throws IOException {
    List<Place> other = new ArrayList<>();
    List<Candidate> all = folder.all();
    for (Place place : places) {
      // Of a file of which nothing was read, only the key is known, which another file may have by now.
      Optional<Candidate> own = all.stream().filter(one -> place.identity().sameKey(one.key())).findFirst();
      if (place.offset() == 0) own.ifPresent(one -> asked.add(one.path()));
      else if (own.isPresent() && own.get().holds(place)) found.add(Followed.at(own.get(), place, now));
      else other.add(place);
    }
    for (Place place : other) rest(place);
  }

  /** Finds the file that holds what followed a place in a file that does not hold it any more. */
  void rest(Place place) throws IOException {
    List<Candidate> all = folder.all();
    all.sort(Comparator.comparing(Candidate::packed));
    for (Candidate one : all) {
      if (!one.holds(place)) continue;
      if (!isOpen(one)) found.add(Followed.at(one, place, now));
      return;
    }
    for (Candidate one : folder.family()) {
      // Too little was read of it to know it anywhere, but among the newest of its family.
      boolean may = one.modified() >= since && !isOpen(one) && one.length() >= place.offset();
      if (!may || place.identity().telling() || !place.identity().begins(one.head())) continue;
      found.add(Followed.at(one, place, now));
      return;
    }
    ended.add(place);
    for (Candidate one : all) if (one.isPartOf(place)) return;
    lost.add(place);
  }

  /** The file that has the log's name and is not open: where it is to be read from. */
  Followed log(Candidate sight) throws IOException {
    for (Followed one : found) if (one.is(sight)) return one;
    Followed log = null;
    for (Place place : known().toList())
      if (log == null && place.identity().telling() && sight.holds(place)) log = Followed.at(sight, place, now);
    if (log == null) log = Followed.fromBeginning(sight, now);
    found.add(log);
    return log;
  }

  /** Finds the files that were the log once and of which nothing is known. */
  void unseen() throws IOException {
    for (Candidate one : folder.family())
      if ((one.modified() >= since || asked.contains(one.path())) && !isOpen(one)) decide(one);
  }

  private void decide(Candidate one) throws IOException {
    if (one.denied()) denied = Optional.of(one.path());
    if (one.head().length == 0) {
      undecided = true;
      return;
    }
    for (Followed file : both().toList()) {
      if (!file.covers(one)) continue;
      undecided |= !one.holds(file.place());
      return;
    }
    Place best = null;
    for (Place place : known().toList()) {
      if (one.isPartOf(place)) return;
      if (one.holds(place) && (best == null || place.offset() > best.offset())) best = place;
    }
    if (best == null) found.add(Followed.fromBeginning(one, now));
    else if (one.length() > best.offset()) goOn(one, best);
  }

  private void goOn(Candidate one, Place place) throws IOException {
    try {
      found.add(Followed.at(one, place, now));
    } catch (EOFException | ZipException unfinished) {
      undecided = true;
    }
  }

  private Stream<Followed> both() {
    return Stream.concat(open.stream(), found.stream());
  }

  private Stream<Place> known() {
    return Stream.of(both().map(Followed::place), done.stream(), ended.stream()).flatMap(places -> places);
  }

  private boolean isOpen(Candidate one) {
    return both().anyMatch(file -> file.hasKeyOf(one));
  }

  /** Takes what was found, the log's own file last. */
  List<Followed> take() {
    List<Followed> taken = List.copyOf(found);
    found.clear();
    return taken;
  }

  /** Places of which there is no more. */
  List<Place> ended() {
    return ended;
  }

  /** Those of them of which no file tells where they ended. */
  List<Place> lost() {
    return lost;
  }

  /** A file that may not be read. */
  Optional<Path> denied() {
    return denied;
  }

  /** Whether to search again, though nothing stirs. */
  boolean undecided() {
    return undecided;
  }

  @Override
  public void close() throws IOException {
    for (Followed one : found) one.close();
    found.clear();
  }
}
