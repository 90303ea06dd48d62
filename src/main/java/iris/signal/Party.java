package iris.signal;

import java.util.Objects;

/** One of those who can be at fault. {@code id} is the feed's own short name, {@code name} what a person reads. */
public record Party(String id, Role role, String name) {
  /** Who a party is to us. */
  public enum Role {
    PROVIDER,
    EXTERNAL
  }

  public Party {
    Objects.requireNonNull(id);
    Objects.requireNonNull(role);
    Objects.requireNonNull(name);
    if (id.isBlank()) throw new IllegalArgumentException("a party needs an id");
  }
}
