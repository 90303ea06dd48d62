package iris.relay.post;

import iris.relay.Target;
import iris.signal.Reason;
import iris.signal.Report;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** What the console is told of the relay itself: once when it changes, and not for each second in which it fails. */
final class Faults {
  private static final String WHOLE = "relay";
  private static final System.Logger LOG = System.getLogger(Relay.class.getName());

  private final Consumer<Report> health;
  private Optional<Reason> amiss = Optional.empty();

  Faults(Consumer<Report> health) {
    this.health = Objects.requireNonNull(health);
  }

  /** Of one target, as the console names the part. */
  void target(String target, boolean well, Reason why) {
    health.accept(new Report.Health(WHOLE + " " + target, well, why));
  }

  /** What is amiss with what it was told. @return the same */
  Optional<Place> read(Target target, Optional<Place> place) {
    place.filter(p -> p.guessed() > 0)
        .ifPresent(p -> say(Reason.of("relay.store.told-guessed", target.id(), p.guessed())));
    // After the other: of two the one that a person must act upon stays.
    place.filter(p -> p.lost() > 0).ifPresent(p -> say(Reason.of("relay.store.told-lost", target.id(), p.lost())));
    return place;
  }

  /** Of the whole, whatever else is amiss. */
  void say(Reason why) {
    health.accept(new Report.Health(WHOLE, false, why));
  }

  /** The outbox does not do what it is asked. @param key takes what it says */
  void stored(String key, SQLException e) {
    Reason why = Reason.of(key, String.valueOf(e.getMessage()));
    if (amiss.isEmpty()) say(why);
    amiss = Optional.of(why);
  }

  void stands(Reason why) {
    say(why);
    amiss = Optional.of(why);
  }

  void well() {
    if (amiss.isPresent()) health.accept(new Report.Health(WHOLE, true, Reason.of("relay.store.well")));
    amiss = Optional.empty();
  }

  /** Memory that ran out comes back: what it interrupted is tried again, and given up for nothing. */
  void passing(Throwable bug) {
    if (bug instanceof OutOfMemoryError full) throw full;
  }

  void bug(Throwable bug) {
    Reason why = Reason.of("relay.store.bug", bug.toString());
    if (amiss.equals(Optional.of(why))) return;
    LOG.log(System.Logger.Level.ERROR, "a turn of the relay failed", bug);
    stands(why);
  }
}
