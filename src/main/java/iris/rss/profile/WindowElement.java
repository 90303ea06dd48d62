package iris.rss.profile;

import static iris.rss.profile.Elements.iris;
import static iris.rss.profile.Elements.set;

import iris.signal.Origin;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import java.util.Locale;
import org.jdom2.Element;

/** A window as {@code iris:window}. */
final class WindowElement {
  private WindowElement() {}

  /** @throws IllegalArgumentException for {@link Verdict#MAINTENANCE}, which the wire has no word for */
  static Element of(Window w) {
    if (w.state() == Verdict.MAINTENANCE) throw new IllegalArgumentException("maintenance is an item of its own: " + w);
    Element e = iris("window");
    set(e, "service", w.service());
    set(e, "from", w.from());
    set(e, "to", w.to());
    set(e, "state", w.state().name().toLowerCase(Locale.ROOT));
    e.addContent(set(set(iris("transactions"), "total", w.total()), "failed", w.failed()));
    for (Origin origin : Origin.values()) {
      long count = w.failedBy(origin);
      if (count > 0) e.addContent(set(set(iris("failures"), "origin", origin.wire()), "count", count));
    }
    if (!w.transaction().isNone()) e.addContent(times(iris("transactionTime"), w.transaction()));
    for (Window.Response r : w.responses())
      e.addContent(times(set(iris("responseTime"), "party", r.party()), r.timing()));
    for (Window.Histogram h : w.histograms()) e.addContent(histogram(h));
    return e;
  }

  private static Element times(Element e, Timing t) {
    time(e, "mean", t.mean());
    time(e, "p50", t.p50());
    time(e, "p95", t.p95());
    time(e, "p99", t.p99());
    time(e, "max", t.max());
    return e;
  }

  private static void time(Element e, String name, long millis) {
    if (millis != Timing.ABSENT) set(e, name, millis);
  }

  private static Element histogram(Window.Histogram h) {
    Element e = set(iris("histogram"), "of", h.of());
    if (!h.party().isEmpty()) set(e, "party", h.party());
    return set(e, "encoding", h.encoding()).setText(XmlText.safe(h.data()));
  }
}
