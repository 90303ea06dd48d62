package iris.rss.profile;

import iris.signal.Body;
import iris.signal.IncidentStep;
import iris.signal.Maintenance;
import iris.signal.Note;
import iris.signal.Severity;
import iris.signal.Window;

/** The word of the category {@code urn:iris:kind}. */
final class Kinds {
  private Kinds() {}

  static String of(Body body) {
    return switch (body) {
      case Window _ -> "statistic";
      case IncidentStep s -> switch (s.state()) {
        case OPEN -> s.severity() == Severity.OUTAGE ? "outage" : "degradation";
        case UPDATE -> "update";
        case CLOSED -> "recovery";
      };
      case Maintenance _ -> "maintenance";
      case Note n -> n.kind().isEmpty() ? "notice" : n.kind();
    };
  }
}
