package iris.history;

import iris.alarm.Act;
import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Fallback;
import iris.alarm.Input;
import iris.alarm.Transition;
import iris.signal.Body;
import iris.signal.Report;
import iris.store.Records;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** What the journal keeps as JSON; a renamed record needs a migration in {@link Schema}. */
public final class Codec {
  /** Sealed interfaces that stand where a value of any of their records may stand. */
  private static final List<Class<?>> SEALED =
      List.of(Input.class, Act.class, Report.class, Transition.class, Body.class, Fallback.class);

  private static final JsonMapper JSON = mapper();

  private Codec() {}

  private static JsonMapper mapper() {
    SimpleModule keys = new SimpleModule("iris");
    keys.addKeyDeserializer(AlarmKey.class, new AlarmKeys());
    return Records.of(SEALED).addModule(keys).build();
  }

  public static byte[] board(Board board) {
    return JSON.writeValueAsBytes(board);
  }

  public static Board board(byte[] json) {
    return JSON.readValue(json, Board.class);
  }

  public static byte[] transition(Transition transition) {
    return JSON.writerFor(Transition.class).writeValueAsBytes(transition);
  }

  public static Transition transition(byte[] json) {
    return JSON.readValue(json, Transition.class);
  }

  public static <T> byte[] write(T value, Class<T> type) {
    return JSON.writerFor(type).writeValueAsBytes(value);
  }

  public static <T> T read(byte[] json, Class<T> type) {
    return JSON.readValue(json, type);
  }

  /** {@code subject|KIND} back to a key; the kind has no bar in it, a subject may. */
  private static final class AlarmKeys extends KeyDeserializer {
    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws JacksonException {
      int bar = key.lastIndexOf('|');
      if (bar < 0) return context.handleWeirdKey(AlarmKey.class, key, "subject|KIND expected");
      return new AlarmKey(AlarmKey.Kind.valueOf(key.substring(bar + 1)), key.substring(0, bar));
    }
  }
}
