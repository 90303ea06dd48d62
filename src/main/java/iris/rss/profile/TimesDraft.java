package iris.rss.profile;

import iris.rss.Texts;
import iris.signal.Timing;
import iris.signal.Window;
import java.util.ArrayList;
import java.util.List;

/** The times of a window: transactionTime, responseTime and the histograms, which are kept as they come. */
final class TimesDraft {
  private final Findings findings;
  private final List<Window.Response> responses = new ArrayList<>();
  private final List<Window.Histogram> histograms = new ArrayList<>();
  private Timing transaction = Timing.NONE;
  private String party;
  private String of;
  private String encoding;

  TimesDraft(Findings findings) {
    this.findings = findings;
  }

  void reset() {
    responses.clear();
    histograms.clear();
    transaction = Timing.NONE;
  }

  boolean child(String name, Attributes a) {
    switch (name) {
      case "transactionTime" -> transaction = timing(name, a);
      case "responseTime" -> response(name, a);
      case "histogram" -> {
        names(a);
        return true;
      }
      default -> {}
    }
    return false;
  }

  private void response(String name, Attributes a) {
    party = "";
    Timing timing = timing(name, a);
    if (party.isEmpty()) findings.warnHere("rss.profile.left-out", name, "party");
    else responses.add(new Window.Response(party, timing));
  }

  private Timing timing(String element, Attributes a) {
    long mean = Timing.ABSENT;
    long p50 = Timing.ABSENT;
    long p95 = Timing.ABSENT;
    long p99 = Timing.ABSENT;
    long max = Timing.ABSENT;
    for (int i = 0, n = a.count(); i < n; i++) {
      switch (a.name(i)) {
        case "party" -> party = Texts.line(a.value(i), BodyDraft.LONGEST_ID);
        case "mean" -> mean = millis(element, a, i);
        case "p50" -> p50 = millis(element, a, i);
        case "p95" -> p95 = millis(element, a, i);
        case "p99" -> p99 = millis(element, a, i);
        case "max" -> max = millis(element, a, i);
        default -> {}
      }
    }
    return new Timing(mean, p50, p95, p99, max);
  }

  private long millis(String element, Attributes a, int i) {
    long value = a.number(i);
    if (value != Attributes.NONE) return value;
    findings.warnHere("rss.profile.misread", element, a.name(i), Texts.line(a.value(i), 60));
    return Timing.ABSENT;
  }

  private void names(Attributes a) {
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
