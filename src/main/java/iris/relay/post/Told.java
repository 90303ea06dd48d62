package iris.relay.post;

import iris.alarm.AlarmKey;
import iris.alarm.OriginVerdict.Fault;
import iris.relay.Signal;
import iris.signal.Priority;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What one target was told of episodes that stand: who heard of a begin hears of the end, and nobody else does.
 *
 * @param episodes by their id, in the order of their begin
 */
public record Told(Map<String, Standing> episodes) {
  public static final Told NOTHING = new Told(Map.of());

  /** One of which the begin was told. @param origin at fault, as last told */
  public record Standing(AlarmKey alarm, Signal signal, Priority priority, Optional<Fault> origin, Instant since) {
    public Standing {
      Objects.requireNonNull(alarm);
      Objects.requireNonNull(signal);
      Objects.requireNonNull(priority);
      Objects.requireNonNull(origin);
      Objects.requireNonNull(since);
    }
  }

  public Told {
    episodes = Collections.unmodifiableMap(new LinkedHashMap<>(episodes));
  }

  Told with(String episode, Standing standing) {
    Map<String, Standing> all = new LinkedHashMap<>(episodes);
    all.put(episode, standing);
    return new Told(all);
  }

  Told without(String episode) {
    if (!episodes.containsKey(episode)) return this;
    Map<String, Standing> rest = new LinkedHashMap<>(episodes);
    rest.remove(episode);
    return new Told(rest);
  }
}
