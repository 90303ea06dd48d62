package iris.relay.wire;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WiresPageTest {
  private static final Path PAGE = Path.of("src/docs/relay/wires.md");
  private static final Pattern LINK = Pattern.compile("]\\(([^)]+)\\)");

  @Test
  void everyFileThatThePageNamesIsThere() throws IOException {
    List<String> links = LINK.matcher(Files.readString(PAGE)).results().map(m -> m.group(1)).toList();
    assertTrue(links.size() > 4, links.toString());
    for (String link : links)
      assertTrue(link.equals("../relay.md") || Files.exists(PAGE.resolveSibling(link)), link);
  }
}
