package iris.alarm;

import iris.signal.Channel;
import iris.signal.Contact;
import iris.signal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A feed while a step is decided. Lives inside one call of {@link Board#after}. */
final class FeedDraft {
  final String id;
  String name;
  Supervision supervision = Supervision.INIT;
  Instant since;
  Optional<Instant> lastOk = Optional.empty();
  Optional<Duration> lastOkMono = Optional.empty();
  Optional<Instant> newest = Optional.empty();
  Optional<Duration> period = Optional.empty();
  int failedPolls;
  int invalidDocuments;
  Optional<Reason> why = Optional.empty();
  Optional<Channel> channel = Optional.empty();
  Contact contact = Contact.NOTHING_KNOWN;

  Duration entered;
  Optional<Now> heard = Optional.empty();
  Optional<Instant> built = Optional.empty();
  List<Duration> offsets = List.of();
  Set<String> notices = new TreeSet<>();

  private final @Nullable FeedState before;
  private final Memory.@Nullable OfFeed knew;

  FeedDraft(Rules.FeedRules rules, Now now) {
    id = rules.id();
    name = rules.name();
    since = now.wall();
    entered = now.mono();
    period = rules.period();
    before = null;
    knew = null;
  }

  FeedDraft(FeedState f, Memory.@Nullable OfFeed m, Now now) {
    id = f.id();
    name = f.name();
    supervision = f.supervision();
    since = f.since();
    lastOk = f.lastOk();
    lastOkMono = f.lastOkMono();
    newest = f.newest();
    period = f.period();
    failedPolls = f.failedPolls();
    invalidDocuments = f.invalidDocuments();
    why = f.why();
    channel = f.channel();
    contact = f.contact();
    entered = m == null ? now.mono() : m.since();
    if (m != null) {
      heard = m.heard();
      built = m.built();
      offsets = m.offsets();
      notices = new TreeSet<>(m.notices());
    }
    before = f;
    knew = m;
  }

  FeedState state() {
    FeedState state = new FeedState(id, name, supervision, since, lastOk, lastOkMono, newest, period, failedPolls,
        invalidDocuments, why, channel, contact);
    return before != null && state.equals(before) ? before : state;
  }

  Memory.OfFeed memory() {
    Memory.OfFeed memory = new Memory.OfFeed(entered, heard, built, offsets, notices);
    return knew != null && memory.equals(knew) ? knew : memory;
  }

  /** Says a thing once: true the first time, until {@link #unsay}. */
  boolean once(String notice) {
    return notices.add(notice);
  }

  void unsay(String notice) {
    notices.remove(notice);
  }

  /** Its last poll was answered. */
  boolean reached() {
    return failedPolls == 0 && lastOkMono.isPresent();
  }

  /** What is said of it at this moment and was not, or was and is not: 1, -1 or 0. */
  int since(String notice) {
    return (notices.contains(notice) ? 1 : 0) - (knew != null && knew.notices().contains(notice) ? 1 : 0);
  }

  boolean seen() {
    return supervision == Supervision.FRESH || supervision == Supervision.LATE;
  }

  /**
   * How far the server's clock is ahead of ours (behind: negative), where the two plainly differ; else zero. Ours is as
   * likely to be the wrong one.
   */
  Duration skew() {
    return contact.clockOffset().filter(o -> o.abs().compareTo(Console.ALARM) > 0).orElse(Duration.ZERO);
  }

  /** The newest five, and their median once there are five. */
  Optional<Duration> offset(Duration newestOffset) {
    List<Duration> five = new ArrayList<>(offsets);
    five.add(newestOffset);
    offsets = List.copyOf(five.subList(Math.max(0, five.size() - 5), five.size()));
    return medianOffset();
  }

  Optional<Duration> medianOffset() {
    return offsets.size() < 5 ? Optional.empty() : Optional.of(offsets.stream().sorted().toList().get(2));
  }
}
