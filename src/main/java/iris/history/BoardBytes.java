package iris.history;

import iris.alarm.Board;
import iris.alarm.Judged;
import iris.alarm.ServiceState;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A board as the body of a snapshot: JSON, but for the windows, which are nearly all of it and are packed. A start waits
 * for this to be read: a day of fifty services as JSON is seven million letters and seventy thousand instants.
 */
final class BoardBytes {
  /** Before it there was JSON alone, whose body begins as {@link Squeeze} has it; that is still read. */
  private static final byte PACKED = 2;

  private BoardBytes() {}

  static byte[] of(Board board) {
    Packing out = new Packing();
    out.bytes(Codec.board(board.each(service -> service.with(Map.of())))).number(board.services().size());
    board.services().forEach((key, service) -> {
      out.text(key);
      WindowBytes.put(out, service);
    });
    byte[] squeezed = Squeeze.in(out.done());
    byte[] body = new byte[squeezed.length + 1];
    body[0] = PACKED;
    System.arraycopy(squeezed, 0, body, 1, squeezed.length);
    return body;
  }

  /**
   * @throws IllegalArgumentException where the body is not one of ours: a damaged store
   * @throws JacksonException the same
   */
  static Board board(byte @Nullable [] body) {
    if (body == null || body.length == 0 || body[0] != PACKED) return Codec.board(Squeeze.out(body));
    Unpacking in = new Unpacking(Squeeze.out(Arrays.copyOfRange(body, 1, body.length)));
    Board bare = Codec.board(in.bytes());
    Map<String, NavigableMap<Instant, Judged>> windows = new HashMap<>();
    for (int left = in.size(); left > 0; left--) {
      String key = in.text();
      ServiceState service = bare.services().get(key);
      if (service == null) throw new IllegalArgumentException("windows of a service that is not on the board: " + key);
      windows.put(key, WindowBytes.get(in, service));
    }
    return bare.each(service -> {
      NavigableMap<Instant, Judged> own = windows.get(service.key());
      if (own == null) throw new IllegalArgumentException("a service without its windows: " + service.key());
      return service.with(own);
    });
  }
}
