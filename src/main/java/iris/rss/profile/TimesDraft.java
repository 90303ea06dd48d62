package iris.rss.profile;

import iris.rss.Texts;
import iris.signal.Timing;
import iris.signal.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The times of a window: transactionTime, responseTime and the histograms, which are kept as they come. */
final class TimesDraft {
  private static final Names NAMES = new Names("party", "mean", "p50", "p95", "p99", "max");
  private static final int PARTY = 0;
  private final Findings findings;
  private final long[] times = new long[6];
  private final List<Window.Response> responses = new ArrayList<>();
  private final List<Window.Histogram> histograms = new ArrayList<>();
  private Timing transaction = Timing.NONE;
  @SuppressWarnings("NullAway.Init")
  private String party;
  @SuppressWarnings("NullAway.Init")
  private String of;
  @SuppressWarnings("NullAway.Init")
  private String encoding;

  TimesDraft(Findings findings) {
    this.findings = findings;
  }

  void reset() {
    responses.clear();
    histograms.clear();
    transaction = Timing.NONE;
  }

  void transaction(Attributes a) {
    transaction = timing("transactionTime", 1, a);
  }

  void response(Attributes a) {
    party = "";
    Timing timing = timing("responseTime", PARTY, a);
    if (party.isEmpty()) findings.warnHere("rss.profile.left-out", "responseTime", "party");
    else responses.add(new Window.Response(party, timing));
  }

  /** @param first the name with which this element usually begins; a party is used only where it belongs */
  private Timing timing(String element, int first, Attributes a) {
    Arrays.fill(times, Timing.ABSENT);
    for (int i = 0, n = a.count(); i < n; i++) {
      int name = NAMES.find(a.name(i), first + i);
      if (name == PARTY) party = Texts.line(a.value(i), BodyDraft.LONGEST_ID);
      else if (name != Names.UNKNOWN) times[name] = millis(element, a, i);
    }
    return new Timing(times[1], times[2], times[3], times[4], times[5]);
  }

  private long millis(String element, Attributes a, int i) {
    long value = a.number(i);
    if (value != Attributes.NONE) return value;
    findings.warnHere("rss.profile.misread", element, a.name(i), Texts.line(a.value(i), 60));
    return Timing.ABSENT;
  }

  void histogram(Attributes a) {
    party = "";
    of = "";
    encoding = "";
    for (int i = 0, n = a.count(); i < n; i++) {
      switch (a.name(i)) {
        case "party" -> party = Texts.line(a.value(i), BodyDraft.LONGEST_ID);
        case "of" -> of = Texts.line(a.value(i), BodyDraft.LONGEST_ID);
        case "encoding" -> encoding = Texts.line(a.value(i), BodyDraft.LONGEST_ID);
        default -> {}
      }
    }
  }

  /** Half a histogram is none: one that was cut at the limit ends in an ellipsis. */
  void text(String data) {
    if (of.isEmpty() || data.isEmpty() || data.endsWith("…"))
      findings.warnHere("rss.profile.left-out", "histogram", of.isEmpty() ? "of" : "text");
    else histograms.add(new Window.Histogram(of, party, encoding, data));
  }

  Timing transaction() {
    return transaction;
  }

  List<Window.Response> responses() {
    return List.copyOf(responses);
  }

  List<Window.Histogram> histograms() {
    return List.copyOf(histograms);
  }
}
