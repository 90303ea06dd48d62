package iris.rss.profile;

import iris.signal.Body;
import iris.signal.IncidentStep;
import iris.signal.Origin;
import iris.signal.Severity;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code iris:incident}. Must have id, service and state. The rest has a safe reading, told as a warning: an outage is
 * not dropped for want of its sequence. Severity: that of the category, else the worse. Since: the date of the item.
 */
final class StepDraft extends BodyDraft {
  private static final Names ATTRIBUTES = new Names("id", "service", "sequence", "state", "severity", "origin", "party", "since", "until");
  private @Nullable String id;
  private @Nullable String service;
  private long sequence;
  private IncidentStep.@Nullable State state;
  private @Nullable Severity severity;
  private @Nullable Origin origin;
  private @Nullable String party;
  private @Nullable Instant since;
  private @Nullable Instant until;
  @SuppressWarnings("NullAway.Init")
  private String cause;

  StepDraft(Findings findings) {
    super("incident", findings);
  }

  @Override
  void reset() {
    id = null;
    service = null;
    sequence = 0;
    state = null;
    severity = null;
    origin = null;
    party = null;
    since = null;
    until = null;
    cause = "";
  }

  @Override
  Names names() {
    return ATTRIBUTES;
  }

  @Override
  void attribute(int name, Attributes a, int i) {
    switch (name) {
      case 0 -> id = id(a, i);
      case 1 -> service = id(a, i);
      case 2 -> sequence = number(a, i);
      case 3 -> state = word(a, i, StepDraft::state);
      case 4 -> severity = word(a, i, StepDraft::severity);
      case 5 -> origin = origin(a, i);
      case 6 -> party = id(a, i);
      case 7 -> since = instant(a, i);
      case 8 -> until = instant(a, i);
      default -> {}
    }
  }

  private static IncidentStep.@Nullable State state(String word) {
    return switch (word) {
      case "open" -> IncidentStep.State.OPEN;
      case "update" -> IncidentStep.State.UPDATE;
      case "closed" -> IncidentStep.State.CLOSED;
      default -> null;
    };
  }

  private static @Nullable Severity severity(String word) {
    return switch (word) {
      case "outage" -> Severity.OUTAGE;
      case "degraded" -> Severity.DEGRADED;
      default -> null;
    };
  }

  @Override
  boolean child(String name, Attributes a) {
    return name.equals("cause");
  }

  @Override
  void text(String text) {
    cause = text;
  }

  @Override
  @Nullable Body finish(ItemDraft item) {
    if (id == null || id.isEmpty()) return lacks("id");
    if (service == null || service.isEmpty()) return lacks("service");
    if (state == null) return lacks("state");
    if (since == null) since = assumed(item, "since", item.published());
    if (since == null) return lacks("since");
    if (severity == null) severity = assumed(item, "severity", severityOf(item));
    if (origin == null) origin = assumed(item, "origin", Origin.UNKNOWN);
    if (sequence < 1 || sequence > Integer.MAX_VALUE) sequence = assumed(item, "sequence", 1L);
    if (state != IncidentStep.State.CLOSED) until = null;
    else if (until == null) until = assumed(item, "until", item.published());
    if (until != null && until.isBefore(since)) until = assumed(item, "until", since);
    return new IncidentStep(id, service, (int) sequence, state, severity, origin,
        Optional.ofNullable(party).filter(p -> !p.isEmpty()), since, Optional.ofNullable(until), cause);
  }

  private static Severity severityOf(ItemDraft item) {
    return item.isKind("degradation") ? Severity.DEGRADED : Severity.OUTAGE;
  }

  private <T extends @Nullable Object> T assumed(ItemDraft item, String attribute, T value) {
    findings.warning(item.line(), "rss.profile.assumed", element, attribute, value);
    return value;
  }
}
