package iris.agent.keep;

import iris.agent.Evidence;
import java.util.concurrent.CompletableFuture;

/** What the engine's thread is told. */
sealed interface Letter {
  record Heard(Evidence evidence) implements Letter {}

  /** Completed when everything posted before is committed, or cannot be. */
  record Settle(CompletableFuture<Void> done) implements Letter {}

  record Close() implements Letter {}
}
