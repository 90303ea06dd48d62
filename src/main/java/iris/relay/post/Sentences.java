package iris.relay.post;

import iris.alarm.AlarmKey;
import iris.alarm.OriginVerdict.Fault;
import iris.alarm.ServiceState;
import iris.alarm.Suppression;
import iris.relay.Figures;
import iris.relay.Level;
import iris.relay.Plain;
import iris.relay.Signal;
import iris.signal.Reason;
import iris.signal.Timing;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What a message says to a person. What feeds wrote stands in it as one bounded line. */
final class Sentences {
  /** Bytes of a name, of a cause, and of the whole. */
  private static final int NAME = 120;
  private static final int CAUSE = 400;
  private static final int ALL = 900;

  private final Words words;

  Sentences(Words words) {
    this.words = words;
  }

  String begin(AlarmKey alarm, Signal of, Instant since, Optional<Fault> origin, Reason why) {
    String begun = words.say("relay.begin." + word(alarm.kind()), subject(alarm, of), since);
    return whole(begun + origin(origin) + cause(why));
  }

  String end(AlarmKey alarm, Signal of, Duration lasted, Reason why) {
    return whole(words.say("relay.end." + word(alarm.kind()), subject(alarm, of), lasted) + cause(why));
  }

  /** @param what worse, resumed, settled, anew, origin, unwatched */
  String change(String what, AlarmKey alarm, Signal of, Instant since, Optional<Fault> origin, Reason why) {
    String standing = words.say("relay.begin." + word(alarm.kind()), subject(alarm, of), since);
    return whole(words.say("relay.change." + what, standing) + origin(origin) + cause(why));
  }

  String statistic(Signal of, Figures f) {
    String name = name(of);
    if (f.total() == 0) return whole(words.say("relay.statistic.none", name, f.from(), f.to()));
    String said = words.say("relay.statistic", name, f.from(), f.to(), f.total(), f.failed(), f.ratio());
    return whole(f.transaction().mean() == Timing.ABSENT ? said
        : said + words.say("relay.statistic.time", f.transaction().mean()));
  }

  String condensed(Signal of, Figures f, int windows) {
    return whole(words.say("relay.statistic.condensed", name(of), f.from(), f.to(), f.total(), f.failed(), windows));
  }

  String feed(Signal of, Level level, Optional<Reason> why) {
    return whole(words.say("relay.state.feed." + word(level), name(of)) + why.map(this::cause).orElse(""));
  }

  String service(Signal of, ServiceState s, Level level, Optional<Instant> since, Optional<Reason> why) {
    String said = since.filter(_ -> level != Level.OK)
        .map(at -> words.say("relay.state.service." + word(level) + ".since", name(of), at))
        .orElseGet(() -> words.say("relay.state.service." + word(level), name(of)));
    Optional<Fault> fault = Optional.of(s.origin().fault()).filter(_ -> level != Level.OK);
    return whole(said + origin(fault) + why.map(this::cause).orElse(""));
  }

  /** IRIS's own sight is old: nothing that it knew may be taken for now. */
  String blind(Signal of, Duration age) {
    return whole(words.say("relay.state.blind", name(of), age));
  }

  String heartbeat(int services, int feeds, Optional<Reason> fault) {
    return whole(words.say("relay.heartbeat", services, feeds) + fault.map(this::cause).orElse(""));
  }

  String muted(Suppression by) {
    String until = by.until().map(at -> words.say("relay.muted.until", at)).orElse("");
    return whole(words.say("relay.muted." + word(by.kind())) + until
        + words.say("relay.muted.by", Plain.line(by.author(), NAME), Plain.line(by.reason(), CAUSE)));
  }

  private String origin(Optional<Fault> origin) {
    return origin.filter(f -> f != Fault.NORMAL)
        .map(f -> words.say("relay.origin", words.say("relay.fault." + word(f)))).orElse("");
  }

  private String cause(Reason why) {
    String said = Plain.line(words.say(why), CAUSE);
    return said.isEmpty() ? "" : words.say("relay.cause", said);
  }

  private String subject(AlarmKey alarm, Signal of) {
    if (alarm.kind() != AlarmKey.Kind.CONSOLE_FAULT) return name(of);
    String[] named = alarm.subject().split(" ", 2);
    String part = words.knows("notify.part." + named[0]) ? words.say("notify.part." + named[0]) : named[0];
    return Plain.line(named.length == 2 ? part + " " + named[1] : part, NAME);
  }

  private static String name(Signal of) {
    return Plain.line(of.name(), NAME);
  }

  private static String whole(String sentence) {
    return Plain.cut(sentence, ALL);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
