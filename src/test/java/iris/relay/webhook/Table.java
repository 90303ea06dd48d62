package iris.relay.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.testing.Reply;
import iris.testing.Request;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A table of incidents as its interface is documented: find by a query, make, change. */
final class Table implements Reply {
  private static final JsonMapper JSON = new JsonMapper();
  private final List<ObjectNode> records = new ArrayList<>();
  private boolean silent;

  @Override
  public synchronized boolean answer(Request request, Line line) throws IOException, InterruptedException {
    ObjectNode answer = JSON.createObjectNode();
    int status = 200;
    switch (request.method()) {
      case "GET" -> {
        ArrayNode found = answer.putArray("result");
        String query = URLDecoder.decode(request.target(), StandardCharsets.UTF_8);
        for (ObjectNode r : records)
          if (query.contains("correlation_id=" + r.path("correlation_id").asString() + "&")) found.add(r);
      }
      case "POST" -> {
        ObjectNode made = (ObjectNode) JSON.readTree(request.body());
        made.put("sys_id", "s" + (records.size() + 1)).put("number", "INC00" + (records.size() + 1)).put("state", "1");
        records.add(made);
        answer.set("result", made);
        status = 201;
        if (silent) {
          silent = false;
          return false;
        }
      }
      case "PATCH" -> {
        ObjectNode changed = records.stream()
            .filter(r -> request.target().endsWith("/" + r.path("sys_id").asString())).findFirst().orElseThrow();
        JSON.readTree(request.body()).properties().forEach(p -> changed.set(p.getKey(), p.getValue()));
        answer.set("result", changed);
      }
      default -> status = 405;
    }
    return Reply.full(status, JSON.writeValueAsBytes(answer), "Content-Type: application/json").answer(request, line);
  }

  /** The next record is made, and nobody hears of it. */
  synchronized void forgetToAnswer() {
    silent = true;
  }

  synchronized void close(String state) {
    records.getFirst().put("state", state);
  }

  synchronized JsonNode only() {
    assertEquals(1, records.size());
    return records.getFirst();
  }
}
