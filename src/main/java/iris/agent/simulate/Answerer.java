package iris.agent.simulate;

import java.util.concurrent.CompletableFuture;

/** Who stands behind a door. */
interface Answerer {
  /** @param type media type of the body, empty if none is named; {@code body} of a POST, else empty */
  record Ask(String method, String path, String type, String body) {}

  /** Never blocks: what takes its time is completed later. */
  CompletableFuture<Answer> answer(Ask ask);
}
