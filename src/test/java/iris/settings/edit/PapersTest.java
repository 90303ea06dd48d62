package iris.settings.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import iris.settings.ConfigFiles;
import iris.settings.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in files of many feeds. */
class PapersTest {
  private static final int FEEDS = 2000;

  @TempDir Path dir;

  private Papers papers(String text) throws IOException {
    Path file = Files.writeString(dir.resolve("iris.yaml"), text);
    return Papers.of(new ConfigFiles(file, false));
  }

  /** The page of settings asks this on the thread of the screen: 4,000 times the file was parsed, for minutes. */
  @Test
  void whatIsWrittenOfTwoThousandFeedsIsThereAtOnce() throws IOException {
    Papers papers = papers(IntStream.range(0, FEEDS)
        .mapToObj(i -> "  f" + i + ": {url: http://h.example/" + i + ".xml}\n")
        .collect(Collectors.joining("", "feeds:\n", "")));
    List<Optional<Papers.Written>> all = assertTimeoutPreemptively(Duration.ofSeconds(15),
        () -> papers.names(Section.FEEDS).stream()
            .flatMap(feed -> Stream.of("url", "name").map(o -> Edit.Spot.of(Section.FEEDS, feed, o)))
            .map(papers::written).toList());
    assertEquals(2 * FEEDS, all.size());
    assertEquals(FEEDS, all.stream().flatMap(Optional::stream).count());
    assertEquals(Optional.of("http://h.example/1999.xml"), all.get(2 * FEEDS - 2).map(Papers.Written::value));
    assertEquals(Optional.of(FEEDS + 1), all.get(2 * FEEDS - 2).map(Papers.Written::line));
  }

  @Test
  void whatIsNotYamlHoldsNothing() throws IOException {
    Papers broken = papers("feeds: {siv: [\n");
    assertEquals(List.of(), broken.names(Section.FEEDS));
    assertEquals(Optional.empty(), broken.written(Edit.Spot.of(Section.FEEDS, "siv", "url")));
  }
}
