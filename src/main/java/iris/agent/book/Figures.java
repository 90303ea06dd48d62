package iris.agent.book;

import iris.agent.Tally;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.HdrHistogram.Histogram;

/** A tally as the figures of a window. */
final class Figures {
  static final String ENCODING = "hdrhistogram-v2-deflate-base64";

  private Figures() {}

  static Window window(String service, Memory.Frame f, Verdict state, Tally tally) {
    List<Window.Response> responses = new ArrayList<>();
    List<Window.Histogram> histograms = new ArrayList<>();
    if (tally.whole().getTotalCount() > 0) histograms.add(encoded("transactionTime", "", tally.whole()));
    tally.responses().forEach((party, h) -> {
      if (h.getTotalCount() == 0) return;
      responses.add(new Window.Response(party, timing(h)));
      histograms.add(encoded("responseTime", party, h));
    });
    return new Window(service, f.from(), f.to(), state, tally.total(), tally.failed(), tally.failures(),
        timing(tally.whole()), responses, histograms);
  }

  /** {@link Timing#NONE} where nothing was timed. */
  static Timing timing(Histogram h) {
    if (h.getTotalCount() == 0) return Timing.NONE;
    return new Timing(Math.round(h.getMean()), h.getValueAtPercentile(50), h.getValueAtPercentile(95),
        h.getValueAtPercentile(99), h.getMaxValue());
  }

  private static Window.Histogram encoded(String of, String party, Histogram h) {
    // How far it could count is in the encoding too: the same counts are the same words, whatever grew on the way.
    Histogram plain = new Histogram(Math.max(2, h.getMaxValue()), h.getNumberOfSignificantValueDigits());
    plain.add(h);
    ByteBuffer buffer = ByteBuffer.allocate(plain.getNeededByteBufferCapacity());
    int length = plain.encodeIntoCompressedByteBuffer(buffer);
    return new Window.Histogram(of, party, ENCODING,
        Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length)));
  }
}
