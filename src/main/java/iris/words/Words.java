package iris.words;

import iris.signal.Reason;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Says keys in one language, with times of one zone. The messages stand in {@code iris/words/LANE_fr.properties} and
 * {@code LANE_en.properties}, a pair for each package that has something to say, and every key starts with its lane:
 * {@code feed.timeout} stands in {@code feed_*.properties}. How a message names its arguments: {@link Template}.
 */
public final class Words {
  private final Lang lang;
  private final Messages messages;
  private final Figures figures;

  private Words(Lang lang, ZoneId zone) {
    this.lang = lang;
    this.messages = Messages.of(lang);
    this.figures = new Figures(lang, zone);
  }

  public static Words of(Lang lang, ZoneId zone) {
    return new Words(Objects.requireNonNull(lang), Objects.requireNonNull(zone));
  }

  public Lang lang() {
    return lang;
  }

  /** Numbers, times and durations in this language. */
  public Figures figures() {
    return figures;
  }

  public String say(Reason reason) {
    return say(reason.key(), reason.args());
  }

  public String say(String key, Object... args) {
    List<String> said = new ArrayList<>(args.length);
    for (Object arg : args) said.add(String.valueOf(arg));
    return say(key, said);
  }

  public boolean knows(String key) {
    return messages.get(key) != null;
  }

  /** A key without a message is shown as it is, with its arguments: ugly, true, and found by a test. */
  private String say(String key, List<String> args) {
    Template template = messages.get(key);
    if (template != null) return template.fill(args, this);
    return args.isEmpty() ? key : key + " " + args;
  }
}
