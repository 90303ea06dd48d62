package iris.rss.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.rss.ReadOptions;
import iris.rss.Reading;
import iris.rss.Rss;
import iris.signal.Bulletin;
import iris.signal.Incident;
import iris.signal.Proof.Ground;
import iris.signal.Proof.Of;
import iris.signal.Proof.Place;
import iris.words.Lang;
import iris.words.Words;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words that a receipt shows are those that decided. */
class BecauseTest {
  private static final Words FR = Words.of(Lang.FR, ZoneOffset.UTC);

  private static Incident only(String title, String text) {
    String rss = "<rss version=\"2.0\"><channel><title>État</title><item><title>" + title + "</title><guid>g</guid>"
        + "<pubDate>Sun, 22 Nov 2026 14:00:00 GMT</pubDate><description>" + text + "</description></item></channel></rss>";
    Reading.Read read = (Reading.Read) Rss.read(rss.getBytes(StandardCharsets.UTF_8), ReadOptions.of("svc", "Service"));
    return read.bulletin().incidents().getFirst();
  }

  @Test
  void aWordOfTheTitleIsQuoted() {
    Incident i = only("Panne du portail d'immatriculation", "Nos équipes travaillent au rétablissement.");
    assertEquals("g", i.proof().guid());
    assertTrue(i.proof().grounds().contains(new Ground(Of.KIND, Place.TITLE, "panne")), i.proof().toString());
  }

  @Test
  void aLabelInFrontIsQuotedAsItWasWritten() {
    Incident i = only("[Résolu] Lenteurs du service", "");
    assertTrue(i.proof().grounds().contains(new Ground(Of.STATE, Place.MARK, "[Résolu]")), i.proof().toString());
    assertTrue(i.proof().grounds().contains(new Ground(Of.KIND, Place.TITLE, "lenteurs")), i.proof().toString());
  }

  @Test
  void whatNoWordDecidesSaysSo() {
    Incident i = only("Zorglub", "Bulgroz.");
    assertEquals(Incident.Kind.UNCLASSIFIED, i.kind());
    assertEquals(List.of(new Ground(Of.STATE, Place.ASSUMED, "")), i.proof().grounds());
  }

  @Test
  void inRealFeedsEveryRuleHasAnExplanationAndEveryQuotedWordDecides() throws Exception {
    Path status = Captures.root().resolve("status");
    Set<String> unexplained = new TreeSet<>();
    List<String> wrong = new ArrayList<>();
    int seen = 0;
    int quoted = 0;
    for (Bulletin b : feeds(status)) {
      for (Incident i : b.incidents()) {
        seen++;
        if (!FR.knows("alarm.class." + i.rule())) unexplained.add(i.rule());
        for (Ground g : i.proof().grounds()) {
          boolean lexical = g.of() == Of.KIND && (g.place() == Place.TITLE || g.place() == Place.TEXT);
          if (!lexical) continue;
          quoted++;
          if (Lexicon.kind(g.words()).filter(i.kind()::equals).isEmpty()) wrong.add(i.kind() + ": " + g + " " + i.title());
        }
      }
    }
    assertEquals(Set.of(), unexplained);
    assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
    assertTrue(seen > 1000 && quoted > 500, seen + " incidents, " + quoted + " quoted");
  }

  private static List<Bulletin> feeds(Path status) throws Exception {
    List<Path> files;
    try (Stream<Path> all = Files.walk(status)) {
      files = all.filter(Files::isRegularFile).filter(f -> f.toString().matches(".*\\.(xml|rss|atom)")).toList();
    }
    return files.stream().map(Captures::read).filter(Reading.Read.class::isInstance)
        .map(r -> ((Reading.Read) r).bulletin()).toList();
  }
}
