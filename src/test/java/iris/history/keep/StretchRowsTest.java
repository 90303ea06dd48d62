package iris.history.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StretchRowsTest {
  @TempDir Path folder;

  @Test
  void whatIsCountedOfADayIsNumbersThatAgreeWithItsWindows() throws Exception {
    Life.in(folder.resolve("p"), 100);
    List<JsonNode> windows = read(Kind.WINDOWS);
    List<JsonNode> months = read(Kind.MONTHS);
    assertEquals(2, months.size());
    for (JsonNode month : months) {
      assertEquals("months", month.get("grain").asString());
      assertTrue(month.get("good_s").isNumber() && month.get("responses").get("ants").get("mean").isNumber(), month::toString);
      String service = month.get("service").asString();
      long counted = windows.stream().filter(w -> w.get("service").asString().equals(service))
          .filter(w -> !w.get("how").asString().equals("REVISION")).count();
      assertEquals(counted, month.get("windows").asLong(), service);
      double seconds = 0;
      for (String word : List.of("up_s", "degraded_s", "down_s", "unknown_s"))
        seconds += month.get(word).asDouble() + month.get("works_" + word).asDouble();
      assertEquals(counted * 300, seconds, 0.001);
    }
    assertEquals(List.of("merged", "worst"),
        months.stream().map(m -> m.get("quantiles").asString()).sorted().toList());
  }

  private List<JsonNode> read(Kind kind) throws Exception {
    Path file = folder.resolve(kind.word());
    Export.of(folder.resolve("p"), new Selection(kind, Optional.empty(), Optional.empty(), Optional.empty()),
        FileForm.JSONL, file);
    JsonMapper json = new JsonMapper();
    return Files.readAllLines(file).stream().map(json::readTree).toList();
  }
}
