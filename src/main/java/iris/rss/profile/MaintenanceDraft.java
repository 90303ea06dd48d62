package iris.rss.profile;

import iris.signal.Body;
import iris.signal.Maintenance;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code iris:maintenance}. Must have all of its attributes. */
final class MaintenanceDraft extends BodyDraft {
  private static final Names ATTRIBUTES = new Names("id", "service", "state", "from", "to");
  private @Nullable String id;
  private @Nullable String service;
  private Maintenance.@Nullable State state;
  private @Nullable Instant from;
  private @Nullable Instant to;

  MaintenanceDraft(Findings findings) {
    super("maintenance", findings);
  }

  @Override
  void reset() {
    id = null;
    service = null;
    state = null;
    from = null;
    to = null;
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
      case 2 -> state = word(a, i, MaintenanceDraft::state);
      case 3 -> from = instant(a, i);
      case 4 -> to = instant(a, i);
      default -> {}
    }
  }

  private static Maintenance.@Nullable State state(String word) {
    return switch (word) {
      case "planned" -> Maintenance.State.PLANNED;
      case "running" -> Maintenance.State.RUNNING;
      case "done" -> Maintenance.State.DONE;
      case "cancelled" -> Maintenance.State.CANCELLED;
      default -> null;
    };
  }

  @Override
  boolean child(String name, Attributes a) {
    return false;
  }

  @Override
  void text(String text) {
    throw new IllegalStateException("no child of a maintenance has a text");
  }

  @Override
  @Nullable Body finish(ItemDraft item) {
    if (id == null || id.isEmpty()) return lacks("id");
    if (service == null || service.isEmpty()) return lacks("service");
    if (state == null) return lacks("state");
    if (from == null) return lacks("from");
    if (to == null) return lacks("to");
    if (!from.isBefore(to)) return contradicts("from, to");
    return new Maintenance(id, service, state, from, to);
  }
}
