package iris.agent.simulate;

import java.util.Objects;

/** What a door answers. */
sealed interface Answer {
  /** @param json the body */
  record Said(int status, String json) implements Answer {
    public Said {
      Objects.requireNonNull(json);
    }
  }

  /** The connection is broken off with a reset. */
  record Broken() implements Answer {}
}
