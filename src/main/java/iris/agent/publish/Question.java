package iris.agent.publish;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request, as far as an answer depends on it.
 *
 * @param path decoded
 * @param header the lines of a header joined by commas, null if there is none
 */
record Question(String method, String path, Function<String, @Nullable String> header) {
  boolean reads() {
    return method.equals("GET") || method.equals("HEAD");
  }
}
