package iris.relay.post;

import iris.alarm.AlarmKey;
import iris.relay.Level;
import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.relay.Signal;
import iris.signal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A test outage and its recovery: an episode of its own, which no board knows. */
final class Trials {
  private Trials() {}

  static Message message(Sentences sentences, Signal of, Instant began, Instant at, Sort sort) {
    AlarmKey alarm = new AlarmKey(AlarmKey.Kind.OUTAGE, of.key());
    boolean begins = sort == Sort.BEGIN;
    Duration lasted = Duration.between(began, at);
    String said = begins ? sentences.begin(alarm, of, began, Optional.empty(), Reason.of("relay.why.trial"))
        : sentences.end(alarm, of, lasted, Reason.of("relay.why.trial"));
    String episode = "test|" + alarm + "@" + began.toEpochMilli();
    return new Message(begins ? Ids.begin(episode) : Ids.end(episode), episode, of, at, sort, Optional.of(alarm.kind()),
        begins ? Level.CRITICAL : Level.OK, Optional.empty(), Optional.of(began),
        begins ? Optional.empty() : Optional.of(lasted), Optional.of(at), said, Optional.empty(), Optional.empty());
  }
}
