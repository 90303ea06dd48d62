package iris.agent.source.log;

import iris.agent.source.Amounts;
import iris.agent.source.Fault;
import iris.agent.source.Stamp;
import iris.agent.source.Transaction;
import iris.agent.source.log.JsonNames.Meaning;
import iris.agent.source.log.JsonNames.Node;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * One JSON object a line, by the names of its fields. Time and status must be there. What servers get wrong is taken:
 * control characters as they are, {@code \x22}, bytes that are no UTF-8.
 */
final class JsonReader implements LineReader {
  private final JsonFactory json = JsonFactory.builder()
      .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
      .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
      .build();
  private final Map<String, Node> names;
  private final Fault fault;
  private final Stamp stamp;
  private final int[] ranks = new int[Meaning.values().length];

  /** @param zone of times that say none */
  JsonReader(Map<String, String> fields, Fault fault, ZoneId zone) {
    this.names = JsonNames.of(fields);
    this.fault = fault;
    this.stamp = new Stamp(zone);
  }

  @Override
  public boolean read(byte[] b, int from, int to, Transaction into) {
    if (parse(b, from, to, into)) return true;
    if (!foreign(b, from, to)) return false;
    byte[] plain = Arrays.copyOfRange(b, from, to);
    for (int i = 0; i < plain.length; i++) if (plain[i] < 0) plain[i] = '?';
    return parse(plain, 0, plain.length, into.clear());
  }

  private static boolean foreign(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) if (b[i] < 0) return true;
    return false;
  }

  private boolean parse(byte[] b, int from, int to, Transaction into) {
    Arrays.fill(ranks, Integer.MAX_VALUE);
    try (JsonParser p = json.createParser(ObjectReadContext.empty(), b, from, to - from)) {
      if (p.nextToken() != JsonToken.START_OBJECT) return false;
      object(p, names, into);
      if (p.nextToken() != null) return false;
    } catch (JacksonException notJson) {
      return false; // Counted and shown as an unreadable line by whoever asked.
    }
    return ranks[Meaning.TIME.ordinal()] < Integer.MAX_VALUE && ranks[Meaning.STATUS.ordinal()] < Integer.MAX_VALUE;
  }

  /** As deep as the names lead, no deeper. */
  private void object(JsonParser p, Map<String, Node> at, Transaction into) {
    for (String name = p.nextName(); name != null; name = p.nextName()) {
      Node node = at.get(name);
      JsonToken value = p.nextToken();
      if (value == JsonToken.START_OBJECT && node != null && !node.below().isEmpty()) object(p, node.below(), into);
      else if (value.isStructStart()) p.skipChildren();
      else if (node != null && node.meaning() != null && node.rank() < ranks[node.meaning().ordinal()]
          && value != JsonToken.VALUE_NULL && take(p, node, into)) ranks[node.meaning().ordinal()] = node.rank();
    }
  }

  private boolean take(JsonParser p, Node node, Transaction into) {
    boolean number = p.currentToken().isNumeric();
    switch (Objects.requireNonNull(node.meaning())) {
      case TIME -> {
        long at = number ? Stamp.since1970(p.getDoubleValue()) : stamp.text(p.getString());
        if (at != Stamp.NONE) into.at = at;
        return at != Stamp.NONE;
      }
      case STATUS -> {
        into.status = number ? whole(p) : Amounts.status(p.getString());
        return into.status > 0 && into.status < 1000 || number && into.status == 0;
      }
      case WHOLE -> {
        into.whole = millis(p, number, node.unit());
        return into.whole >= 0;
      }
      case EXTERNAL -> {
        into.external = millis(p, number, node.unit());
        return into.external >= 0;
      }
      case EXTERNAL_STATUS -> {
        into.externalStatus = number ? whole(p) : Amounts.status(p.getString());
        return into.externalStatus > 0;
      }
      case ORIGIN -> {
        into.origin = fault.word(p.getString());
        return into.origin != null;
      }
    }
    throw new IllegalStateException(node.toString());
  }

  private static int whole(JsonParser p) {
    double n = p.getDoubleValue();
    return n == Math.rint(n) && n >= 0 && n < 1000 ? (int) n : -1;
  }

  private static long millis(JsonParser p, boolean number, double unit) {
    if (!number) return Amounts.millis(p.getString(), unit);
    double n = p.getDoubleValue() * unit;
    return n >= 0 ? Math.round(Math.min(n, 1e15)) : Transaction.NO_TIME;
  }
}
