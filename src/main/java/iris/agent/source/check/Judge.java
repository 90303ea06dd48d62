package iris.agent.source.check;

import iris.agent.SourceSpec.Asked;
import iris.agent.SourceSpec.Expected;
import iris.probe.Content;
import iris.probe.ProbeResult;
import iris.signal.Reason;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What an answer is worth against what was expected. */
final class Judge {
  private static final List<String> USUAL = List.of("200-399");

  private Judge() {}

  /** A page. Redirects are not followed: 300 to 399 is an answer, and well unless other statuses are expected. */
  static Verdict page(Asked.Http asked, ProbeResult result) {
    if (!(result instanceof ProbeResult.Answered answered)) return Verdict.bad(result.why());
    Expected expected = asked.expected();
    String host = asked.url().getHost();
    int status = answered.status().orElse(0);
    List<String> accepted = expected.statuses().isEmpty() ? USUAL : expected.statuses();
    if (!Statuses.within(accepted, status))
      return Verdict.bad(Reason.of("agent.check.status", host, status, String.join(", ", accepted)));
    Optional<Reason> missing = missing(expected, host, answered.content());
    if (missing.isPresent()) return Verdict.bad(missing.get());
    Duration whole = answered.steps().whole();
    if (expected.slow().isPresent() && whole.compareTo(expected.slow().get()) > 0)
      return Verdict.degraded(
          Reason.of("agent.check.slow", host, whole.toMillis(), expected.slow().get().toMillis()));
    int days = answered.certificateDays().orElse(Integer.MAX_VALUE);
    if (days < expected.certificate()) return Verdict.degraded(Reason.of("agent.check.certificate", host, days));
    return Verdict.well(answered.why());
  }

  private static Optional<Reason> missing(Expected expected, String host, Optional<Content> content) {
    String text = expected.text().isEmpty() && expected.json().isEmpty() ? ""
        : content.map(Content::text).orElse("");
    if (expected.text().filter(wanted -> !text.contains(wanted)).isPresent())
      return Optional.of(Reason.of("agent.check.text", host, expected.text().get()));
    if (expected.json().isEmpty()) return Optional.empty();
    for (Map.Entry<String, String> wanted : new TreeMap<>(expected.json()).entrySet()) {
      Optional<Reason> differs = JsonPart.differs(host, text, wanted.getKey(), wanted.getValue());
      if (differs.isPresent()) return differs;
    }
    return Optional.empty();
  }

  static Verdict door(ProbeResult result) {
    return result.well() ? Verdict.well(result.why()) : Verdict.bad(result.why());
  }

  /** A name, of whose expected addresses one at least must be answered. */
  static Verdict name(Asked.Dns asked, ProbeResult result) {
    if (!(result instanceof ProbeResult.Answered answered)) return Verdict.bad(result.why());
    if (asked.addresses().isEmpty()) return Verdict.well(result.why());
    List<String> found = answered.addresses().stream().map(InetAddress::getHostAddress).toList();
    // Compared as addresses: an IPv6 address is written in more than one way.
    boolean there = asked.addresses().stream().anyMatch(
        wanted -> answered.addresses().contains(InetAddress.ofLiteral(wanted)));
    return there ? Verdict.well(result.why())
        : Verdict.bad(Reason.of("agent.check.dns", asked.host(), String.join(", ", found),
            String.join(", ", asked.addresses())));
  }
}
