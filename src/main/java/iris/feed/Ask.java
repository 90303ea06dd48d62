package iris.feed;

import java.util.Objects;

/** How to ask: with which validators, and whether caches on the way are told to ask the origin. */
public record Ask(Validators validators, boolean pastCaches) {
  public static final Ask PLAIN = new Ask(Validators.NONE, false);

  public Ask {
    Objects.requireNonNull(validators);
  }
}
