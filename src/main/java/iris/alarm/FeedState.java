package iris.alarm;

import iris.signal.Channel;
import iris.signal.Contact;
import iris.signal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of one feed: second region of the alarm model, and the two clocks of the tile.
 *
 * @param since when it entered this supervision state
 * @param lastOk last valid poll (a new document, the same one, or 304); empty before the first
 * @param lastOkMono the same on the monotonic clock
 * @param newest end of the newest accepted window; empty where the feed has none
 * @param period length of a window; empty: judged by reachability and lastBuildDate alone
 * @param failedPolls in a row
 * @param invalidDocuments in a row
 * @param why of LATE and LOST, or of the last failed poll
 * @param channel head of the last valid document
 */
public record FeedState(
    String id,
    String name,
    Supervision supervision,
    Instant since,
    Optional<Instant> lastOk,
    Optional<Duration> lastOkMono,
    Optional<Instant> newest,
    Optional<Duration> period,
    int failedPolls,
    int invalidDocuments,
    Optional<Reason> why,
    Optional<Channel> channel,
    Contact contact) {
  public FeedState {
    Objects.requireNonNull(id);
    Objects.requireNonNull(name);
    Objects.requireNonNull(supervision);
    Objects.requireNonNull(since);
    Objects.requireNonNull(lastOk);
    Objects.requireNonNull(lastOkMono);
    Objects.requireNonNull(newest);
    Objects.requireNonNull(period);
    Objects.requireNonNull(why);
    Objects.requireNonNull(channel);
    Objects.requireNonNull(contact);
  }
}
