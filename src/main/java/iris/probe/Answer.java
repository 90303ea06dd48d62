package iris.probe;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpVersion;

/** An HTTP answer as it comes off the line. The parser is Jetty's, since chunks, interim answers and ends are its craft. */
final class Answer implements HttpParser.ResponseHandler {
  private static final int HEAD = 64 << 10;

  private final HttpParser parser = new HttpParser(this, HEAD, HttpCompliance.RFC2616_LEGACY);
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int status;
  private Optional<String> type = Optional.empty();
  private Optional<String> encoding = Optional.empty();
  private boolean headed;
  private boolean ended;
  private boolean cut;
  private boolean bad;

  private Answer(boolean bodiless) {
    parser.setHeadResponse(bodiless);
  }

  /**
   * Reads head and body, the body up to {@link Content#MOST}.
   *
   * @param bodiless what was asked gets a head only
   * @param onFirst is run at the first byte
   */
  static Answer read(InputStream in, boolean bodiless, Runnable onFirst) throws IOException {
    Answer answer = new Answer(bodiless);
    byte[] buffer = new byte[8192];
    int n = in.read(buffer);
    if (n < 0) throw new EOFException("no answer");
    onFirst.run();
    for (; n >= 0; n = in.read(buffer)) if (answer.taken(ByteBuffer.wrap(buffer, 0, n))) return answer;
    answer.parser.atEOF();
    if (answer.taken(ByteBuffer.allocate(0))) return answer;
    throw new EOFException(answer.headed ? "in the body" : "in the head");
  }

  /** Whether that was all. */
  private boolean taken(ByteBuffer bytes) throws IOException {
    do {
      parser.parseNext(bytes);
      if (bad) throw new ProtocolException("not HTTP");
      if (cut) throw new EOFException("cut");
      if (over()) return true;
      if (ended && status < 200 && status != 101) {
        // "100 Continue", "103 Early Hints": the answer is still to come.
        ended = false;
        headed = false;
        parser.reset();
      }
    } while (!ended && bytes.hasRemaining());
    return ended;
  }

  private boolean over() {
    return body.size() >= Content.MOST;
  }

  int status() {
    return status;
  }

  Content content() throws IOException {
    return Content.of(body.toByteArray(), ended && !over(), type, encoding);
  }

  @Override
  public void startResponse(HttpVersion version, int code, String reason) {
    status = code;
  }

  @Override
  public void parsedHeader(HttpField field) {
    if (field.getHeader() == HttpHeader.CONTENT_TYPE) type = Optional.ofNullable(field.getValue());
    if (field.getHeader() == HttpHeader.CONTENT_ENCODING) encoding = Optional.ofNullable(field.getValue());
  }

  @Override
  public boolean headerComplete() {
    headed = true;
    return false;
  }

  @Override
  public boolean content(ByteBuffer part) {
    byte[] some = new byte[Math.min(part.remaining(), Content.MOST - body.size())];
    part.get(some);
    body.writeBytes(some);
    part.position(part.limit());
    return over();
  }

  @Override
  public boolean contentComplete() {
    return false;
  }

  @Override
  public boolean messageComplete() {
    ended = true;
    return true;
  }

  @Override
  public void earlyEOF() {
    cut = true;
  }

  @Override
  public void badMessage(HttpException failure) {
    bad = true;
  }
}
