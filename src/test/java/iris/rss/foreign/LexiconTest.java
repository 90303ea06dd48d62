package iris.rss.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import iris.signal.Incident.Kind;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconTest {
  private static Optional<Boolean> open(String text, boolean title) {
    return Lexicon.state(text, title).map(Lexicon.Verdict::open);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "Incident non résolu", "Service pas encore rétabli", "Unresolved login errors", "The issue is not yet resolved",
    "We expect this to be resolved within the hour", "Le service n'est toujours pas complètement rétabli",
    "Partially restored", "Partiellement rétabli", "It should be fixed soon", "Sera rétabli dans l’heure",
    "Resolved in North Europe. Impact continues in West Europe", "Rétabli à Paris, panne à Lyon",
    "The fix was rolled out but we still see errors", "Retour à la normale en cours", "Irrésolu",
    "Retour à la normale prévu à 18 h", "All other services are operating normally", "Le SIV n’est pas disponible",
    "Everything is operating normally except mail", "Restored for most customers"})
  void whatIsNotOverIsOpen(String title) {
    assertEquals(Optional.of(true), open(title, true), title);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "Incident résolu", "Service rétabli", "Login errors have been resolved", "All systems are back to normal",
    "Panne du guichet : terminée", "Retour à la normale", "The outage is over", "Le service fonctionne normalement",
    "Incident de paiement (clos)", "Résolu : panne de la messagerie"})
  void whatIsOverIsClosed(String title) {
    assertEquals(Optional.of(false), open(title, true), title);
  }

  @Test
  void aTextMayBeSorryForTheOutageThatIsOver() {
    assertEquals(Optional.of(false), open("This has been resolved. We apologize for the outage.", false));
    assertEquals(Optional.of(true), open("We fixed one cause. The outage continues.", false));
  }

  @Test
  void wordsOfNeitherKindSayNothing() {
    assertEquals(Optional.empty(), open("Zorglub bulgroz", true));
    assertEquals(Optional.empty(), open("", true));
  }

  @ParameterizedTest
  @CsvSource({
    "Panne du guichet, OUTAGE", "Mail is down, OUTAGE", "Lenteurs du guichet, DEGRADATION",
    "Elevated error rates, DEGRADATION", "Scheduled maintenance of the disks, MAINTENANCE",
    "Maintenance programmée : interruption brève, MAINTENANCE", "Travaux sur le réseau, MAINTENANCE",
    "Maintenance outage, OUTAGE", "Upgrade without interruption, MAINTENANCE", "Dashboards may be unavailable, OUTAGE"})
  void wordsNameTheKind(String title, Kind kind) {
    assertEquals(Optional.of(kind), Lexicon.kind(title));
  }

  @Test
  void aHugeBodyTakesNoLongerThanItsLength() {
    String hostile = "not ".repeat(200_000) + "resolved " + "<".repeat(200_000) + "&".repeat(200_000)
        + "\n \n".repeat(100_000);
    assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
      Lexicon.state(hostile, false);
      Prose.paragraphs(hostile);
      Blocks.of("<small>" + hostile + "<strong>".repeat(50_000));
      Title.of(hostile);
      Healer.heal(hostile);
    });
  }
}
