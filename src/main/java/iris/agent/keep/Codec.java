package iris.agent.keep;

import iris.agent.book.Announcement;
import iris.signal.Body;
import iris.store.Records;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What the agent keeps as JSON; a renamed record needs a migration in {@link Schema}. */
final class Codec {
  private static final List<Class<?>> SEALED = List.of(Body.class, Announcement.class);
  private static final JsonMapper JSON = Records.of(SEALED).build();

  private Codec() {}

  static <T> byte[] write(T value, Class<T> type) {
    return JSON.writerFor(type).writeValueAsBytes(value);
  }

  /** @throws RuntimeException where the bytes are not what {@link #write} made: a damaged store */
  static <T> T read(byte[] json, Class<T> type) {
    return JSON.readValue(json, type);
  }
}
