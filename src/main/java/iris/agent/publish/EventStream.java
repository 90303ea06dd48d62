package iris.agent.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** One reader of events: what he does not take at once waits, up to a limit, and then he is sent away. */
final class EventStream {
  private static final int MOST = 256 << 10;

  private final Response response;
  private final Callback callback;
  private final Consumer<EventStream> gone;
  private ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private boolean writing;
  private boolean last;
  private boolean over;
  private long number;

  EventStream(Response response, Callback callback, long number, Consumer<EventStream> gone) {
    this.response = response;
    this.callback = callback;
    this.number = number;
    this.gone = gone;
  }

  /** Sends an event once; those of number 0 always. */
  void event(long its, byte[] bytes) {
    synchronized (this) {
      if (its > 0 && its <= number) return;
      number = Math.max(number, its);
    }
    send(bytes);
  }

  void send(byte[] bytes) {
    boolean tooSlow;
    synchronized (this) {
      if (over || last) return;
      waiting.writeBytes(bytes);
      tooSlow = waiting.size() > MOST;
      if (writing && !tooSlow) return;
      writing = true;
    }
    if (tooSlow) fail(new IOException("a reader of events that takes none"));
    else next();
  }

  /** Says good-bye. */
  void end() {
    synchronized (this) {
      if (over || last) return;
      last = true;
      if (writing) return;
      writing = true;
    }
    next();
  }

  private void next() {
    ByteBuffer bytes;
    boolean end;
    synchronized (this) {
      end = last;
      if (over || waiting.size() == 0 && !end) {
        writing = false;
        return;
      }
      bytes = ByteBuffer.wrap(waiting.toByteArray());
      waiting = new ByteArrayOutputStream();
    }
    response.write(end, bytes, Callback.from(end ? this::done : this::next, this::fail));
  }

  private void done() {
    if (finish()) callback.succeeded();
  }

  private void fail(Throwable why) {
    if (finish()) callback.failed(why);
  }

  private boolean finish() {
    synchronized (this) {
      if (over) return false;
      over = true;
    }
    gone.accept(this);
    return true;
  }
}
