package iris.ui.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Board;
import iris.ui.desk.Boards;
import iris.words.Lang;
import iris.words.Words;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page says, in both languages, without a toolkit. */
class SheetTest {
  private static Sheet sheet(Board board, Lang lang) {
    Words words = Words.of(lang, ZoneId.of("Europe/Paris"));
    return SheetMaker.sheet(Handover.of(board, Boards.NOW), board, words);
  }

  private static List<String> lines(Sheet sheet, int section) {
    return sheet.sections().get(section).lines().stream().map(Sheet.Line::text).toList();
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ').replace('\u202f', ' ');
  }

  @Test
  void aBusyShiftIsToldWholeInFrench() {
    String text = plain(sheet(Nights.busy(), Lang.FR).text());
    for (String said : List.of(
        "Page de relève",
        "Relève précédente à 04:10 : Paul a passé la main à Marie.",
        "DARVA a ouvert le ticket 4512 ; prochain point à 16 h",
        "SIV, indisponible depuis 15:12",
        "acquitté par Marie à 15:14",
        "pas acquitté",
        "se termine bientôt, à 15:39 (dans 12 min), par Marie : « essais du prestataire »",
        "Immatriculation : en cours depuis 14:57, jusqu’à 16:27, par DARVA : « version 4.2 »",
        "Télépaiement : depuis 21/11 04:10, par Paul : « contrat suspendu », sans fin prévue",
        "DARVA : supervision perdue de 06:56 à 07:16 (20 min)",
        "SIV, FNI, Télépaiement, Immatriculation : 3 fenêtres manquent, de 04:10 à 04:25",
        "P1 FNI, indisponible de 06:10 à 06:25 (15 min)",
        "EXERCICE à 04:25 (SIV), lancé par Marie : acquitté par Marie en 42 s",
        "3 actes refusés par IRIS",
        "écran en ordre, son en ordre, notification en défaut"))
      assertTrue(text.contains(said), () -> "missing: " + said + "\nin:\n" + text);
  }

  /** Seen: "prévue de 24/11 02:06 à 24/11 04:06, par paiement : « m-20261122T1705Z-1 »". */
  @Test
  void aMaintenanceThatAFeedDeclaredNamesTheFeedAndNotItsNumbers() {
    String text = plain(sheet(Nights.declared(), Lang.FR).text());
    assertTrue(text.contains("Immatriculation : en cours depuis 14:57, jusqu’à 16:27, annoncée par le flux DARVA"), text);
    assertFalse(text.contains("m-2026"), text);
  }

  @Test
  void theSameInEnglishWithoutAWordOfFrench() {
    String text = plain(sheet(Nights.busy(), Lang.EN).text());
    for (String said : List.of("Handover page", "Paul handed over to Marie", "acknowledged by Marie at 15:14",
        "ends soon, at 15:39 (in 12 min), by Marie", "DARVA: supervision lost from 06:56 to 07:16 (20 min)",
        "3 windows are missing", "EXERCISE at 04:25 (SIV), started by Marie: acknowledged by Marie in 42 s",
        "3 acts refused by IRIS"))
      assertTrue(text.contains(said), () -> "missing: " + said + "\nin:\n" + text);
    assertFalse(text.contains("relève"));
  }

  @Test
  void whereThereIsNothingThePageSaysSo() {
    Sheet sheet = sheet(Nights.calm(), Lang.FR);
    assertEquals(3, sheet.sections().size());
    assertTrue(lines(sheet, 2).contains("Aucun épisode ouvert."));
    assertTrue(plain(sheet.text()).contains("Aucune relève signée avant celle-ci."));
  }

  @Test
  void theMostUrgentStandsFirstAndTheOldestAcknowledgementToo() {
    Sheet sheet = sheet(Nights.busy(), Lang.EN);
    assertTrue(lines(sheet, 1).getFirst().startsWith("P1"));
    assertTrue(lines(sheet, 1).getLast().startsWith("P2 FNI"));
    assertEquals(1, lines(sheet, 2).size());
  }

  @Test
  void whoTookAnOutageThatIsOverAndWhatBecameOfEachFallbackIsToldInFrench() {
    String text = plain(sheet(Nights.relieved(), Lang.FR).text());
    for (String said : List.of(
        "P1 SIV, indisponible de 06:10 à 06:35 (25 min) · origine : service externe · acquitté par Marie à 06:11, "
            + "42 s après l’annonce : « vu avec DARVA » · motif : Délai dépassé",
        "P1 SIV, indisponible de 06:35 à 06:45 (10 min) · origine : prestataire (selon Paul : notre réseau) · pas acquitté",
        "SIV : solution de secours active de 06:11 à 06:35 (24 min) · activée par Marie : « siv muet »"
            + " · retour par Paul : « siv revenu »",
        "SIV : solution de secours active de 06:35 à 06:36 (1 min) · trouvée active par le contrôle d’état"
            + " · arrêtée sans que personne l’ait déclaré",
        "SIV : activation de la solution de secours ordonnée à 06:37, par Paul : « encore muet »"
            + " · EN ÉCHEC : la commande a rendu 3",
        "FNI : solution de secours ACTIF depuis 15:12, par Marie : « fni muet »"))
      assertTrue(text.contains(said), () -> "missing: " + said + "\nin:\n" + text);
    assertFalse(text.contains("P3"), "its alarm says nothing more: " + text);
    assertFalse(text.contains("FNI : solution de secours active de"), "it runs: " + text);
  }

  @Test
  void andInEnglish() {
    String text = plain(sheet(Nights.relieved(), Lang.EN).text());
    for (String said : List.of(
        "· acknowledged by Marie at 06:11, 42 s after it was announced: “vu avec DARVA” · reason: Délai dépassé",
        "SIV: fallback active from 06:11 to 06:35 (24 min) · switched on by Marie: “siv muet”"
            + " · brought back by Paul: “siv revenu”",
        "SIV: fallback active from 06:35 to 06:36 (1 min) · found running by the status check"
            + " · stopped, and nobody declared it",
        "SIV: fallback ordered on at 06:37, by Paul: “encore muet” · FAILED: la commande a rendu 3",
        "FNI: fallback ACTIVE since 15:12, by Marie: “fni muet”"))
      assertTrue(text.contains(said), () -> "missing: " + said + "\nin:\n" + text);
  }

  @Test
  void theOldestAcknowledgementStandsFirst() {
    Handover over = Handover.of(Boards.takenTwice().board(), Boards.NOW);
    assertEquals(List.of("fni", "siv"), over.acked().stream().map(a -> a.key().subject()).toList());
  }
}
