package iris.rss.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.rss.ReadOptions;
import iris.rss.Reading;
import iris.rss.Rss;
import iris.signal.Bulletin;
import iris.signal.Dialect;
import iris.signal.Incident;
import iris.signal.Incident.Kind;
import iris.signal.Item;
import iris.signal.Maintenance;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each dialect by a feed of our own invention. */
class DialectsTest {
  static Bulletin read(String name) throws IOException {
    try (InputStream in = DialectsTest.class.getResourceAsStream(name)) {
      Reading reading = Rss.read(in.readAllBytes(), ReadOptions.of("svc", "Service"));
      if (reading instanceof Reading.Read(Bulletin bulletin)) return bulletin;
      throw new AssertionError(name + ": " + reading);
    }
  }

  private static Incident about(Bulletin bulletin, String words) {
    return bulletin.incidents().stream().filter(i -> i.title().contains(words)).findFirst().orElseThrow();
  }

  private static void tells(Bulletin bulletin, String words, Kind kind, boolean open, String rule) {
    Incident i = about(bulletin, words);
    assertEquals(List.of(kind, open, rule), List.of(i.kind(), i.open(), i.rule()), i.toString());
  }

  private static Optional<Instant> at(String instant) {
    return Optional.of(Instant.parse(instant));
  }

  @Test
  void aStatuspageUpdateKeepsTheStateAndProseDecidesNothing() throws IOException {
    Bulletin b = read("statuspage.atom");
    assertEquals(Dialect.STATUSPAGE, b.dialect());
    tells(b, "Lenteurs", Kind.DEGRADATION, true, "statuspage.strong");
    Incident slow = about(b, "Lenteurs");
    assertEquals(2, slow.updates());
    assertEquals(at("2025-12-31T23:50:00Z"), slow.opened(), "the older update is of the year before");
    assertEquals("tag:etat.exemple.test,2005:Incident/11", slow.id());
  }

  @Test
  void aResolvedOfTheSameMinuteBelowALyingLabelWins() throws IOException {
    Bulletin b = read("statuspage.atom");
    tells(b, "Panne", Kind.OUTAGE, false, "statuspage.strong");
    assertEquals(at("2025-12-20T08:30:00Z"), about(b, "Panne").closed());
  }

  @Test
  void aPlannedMaintenanceIsOpenAndKnowsItsSpan() throws IOException {
    Bulletin b = read("statuspage.atom");
    tells(b, "Changement", Kind.MAINTENANCE, true, "statuspage.strong");
    Item item = b.items().get(2);
    Maintenance works = (Maintenance) item.body();
    assertEquals(Maintenance.State.PLANNED, works.state());
    assertEquals(Instant.parse("2026-01-09T04:00:00Z"), works.from());
    assertEquals(Instant.parse("2026-01-09T05:00:00Z"), works.to());
    assertEquals(at("2026-01-01T09:00:00Z"), about(b, "Changement").opened());
  }

  @Test
  void aPostMortemDoesNotMoveTheEnd() throws IOException {
    Incident late = about(read("statuspage.atom"), "Retards");
    assertEquals(at("2025-11-03T12:00:00Z"), late.closed());
    assertEquals(3, late.updates());
  }

  @Test
  void whoWritesLikeStatuspageIsReadLikeIt() throws IOException {
    Bulletin b = read("instatus.rss");
    tells(b, "Connector", Kind.DEGRADATION, false, "statuspage.strong");
    assertEquals(at("2026-06-05T01:40:38Z"), about(b, "Connector").closed());
    tells(b, "Storage", Kind.MAINTENANCE, true, "statuspage.strong");
    assertEquals(at("2026-06-03T04:56:19Z"), about(b, "Storage").opened(), "GMT+2");
  }

  @Test
  void awsUpdatesOfOneSubjectAreOneIncidentAndTheTitleBeatsTheBody() throws IOException {
    Bulletin b = read("aws.rss");
    assertEquals(Dialect.AWS, b.dialect());
    assertEquals(2, b.incidents().size());
    tells(b, "Connection errors", Kind.OUTAGE, false, "aws.prefix");
    Incident over = about(b, "Connection errors");
    assertEquals(at("2026-06-01T09:15:00Z"), over.opened(), "02:15 PDT");
    assertEquals(at("2026-06-01T10:30:00Z"), over.closed());
    assertEquals("queue-eu-west-3_1780305300", over.id());
    tells(b, "Slow deliveries", Kind.DEGRADATION, true, "aws.prefix");
  }

  @Test
  void inAzurePresenceIsAnIncidentAndTheLastClauseDecides() throws IOException {
    Bulletin b = read("azure.rss");
    assertEquals(Dialect.AZURE, b.dialect());
    assertEquals(3, b.incidents().size(), "a slug that comes back is another incident");
    assertTrue(about(b, "Virtual Disks").open());
    assertEquals(at("2026-07-30T20:00:00Z"), about(b, "Key Store").closed());
    tells(b, "Mail Relay", Kind.DEGRADATION, true, "azure.presence");
  }

  @Test
  void googleUpdatesAreGroupedByWhatPrecedesTheDotAndTimesArePacific() throws IOException {
    Bulletin b = read("gcp.atom");
    assertEquals(Dialect.GCP, b.dialect());
    assertEquals(2, b.incidents().size());
    tells(b, "Dashboards", Kind.OUTAGE, false, "gcp.prefix");
    Incident over = about(b, "Dashboards");
    assertEquals("AbC", over.id());
    assertEquals(2, over.updates());
    assertEquals(at("2026-03-31T15:30:00Z"), over.opened());
    assertEquals(at("2026-03-31T22:54:00Z"), over.closed());
    tells(b, "Builds", Kind.DEGRADATION, true, "gcp.presence");
  }

  @Test
  void cstateIsOverOnlyByItsPrefixInAnyLanguage() throws IOException {
    Bulletin b = read("cstate.rss");
    assertEquals(Dialect.CSTATE, b.dialect());
    tells(b, "Messagerie", Kind.OUTAGE, false, "cstate.prefix");
    assertEquals(at("2026-03-02T22:10:00Z"), about(b, "Messagerie").closed());
    assertEquals(at("2026-03-01T20:00:00Z"), about(b, "Langsame").closed());
    tells(b, "Panne du stockage", Kind.OUTAGE, true, "cstate.no-prefix");
    assertEquals(Optional.empty(), b.items().get(2).published(), "year 1 is no date");
    tells(b, "Joyeuses", Kind.UNCLASSIFIED, true, "cstate.none");
  }

  @Test
  void betterStackPairsByGuidAndNeverByLink() throws IOException {
    Bulletin b = read("betterstack.rss");
    assertEquals(Dialect.BETTERSTACK, b.dialect());
    assertEquals(2, b.incidents().size());
    Incident over = about(b, "API");
    assertEquals(List.of("abc123", false, 2), List.of(over.id(), over.open(), over.updates()));
    assertEquals(at("2026-08-16T20:35:00Z"), over.closed());
    assertTrue(about(b, "Site").open());
  }

  @Test
  void inUptimeKumaPresenceIsDown() throws IOException {
    Bulletin b = read("uptimekuma.rss");
    assertEquals(Dialect.UPTIMEKUMA, b.dialect());
    assertTrue(b.dialect().vanishingIsRecovery());
    tells(b, "Caméra", Kind.OUTAGE, true, "uptimekuma.presence");
  }

  @Test
  void prefixesSuffixesAndWordsDecideWhereNothingElseDoes() throws IOException {
    Bulletin b = read("prefixes.rss");
    assertEquals(Dialect.GENERIC, b.dialect());
    tells(b, "Trouble opening", Kind.DEGRADATION, false, "lexicon.en");
    tells(b, "Calls drop", Kind.DEGRADATION, true, "lexicon.en");
    tells(b, "New office", Kind.NOTICE, true, "generic.prefix");
    tells(b, "Search was slow", Kind.DEGRADATION, false, "generic.prefix");
    tells(b, "Disks", Kind.MAINTENANCE, true, "generic.prefix");
    tells(b, "Racks", Kind.MAINTENANCE, false, "generic.suffix");
    tells(b, "Perturbations", Kind.DEGRADATION, true, "generic.suffix");
    tells(b, "Courrier", Kind.OUTAGE, false, "generic.suffix");
    tells(b, "Agenda", Kind.OUTAGE, true, "generic.suffix");
    tells(b, "portail", Kind.DEGRADATION, true, "lexicon.fr");
    tells(b, "guichet", Kind.DEGRADATION, false, "lexicon.fr");
    tells(b, "Degraded search", Kind.DEGRADATION, true, "generic.status");
    tells(b, "Slow pages", Kind.DEGRADATION, false, "generic.status");
    assertTrue(b.incidents().stream().noneMatch(i -> i.title().contains("Contacts")), "all is well is no incident");
    assertEquals(Optional.empty(), b.items().get(7).incident());
  }

  @Test
  void updatesBehindTheirTimesInOneBodyAreCounted() throws IOException {
    Incident over = about(read("prefixes.rss"), "Exports stall");
    assertEquals(List.of(false, 2, "generic.status"), List.of(over.open(), over.updates(), over.rule()));
    assertEquals(at("2026-01-24T23:06:00Z"), over.opened());
    assertEquals(at("2026-01-25T00:29:00Z"), over.closed());
  }

  @Test
  void restoredForMostIsNotRestored() throws IOException {
    assertTrue(about(read("prefixes.rss"), "Mail delays").open());
  }

  @Test
  void anEndWithoutAZoneIsInTheZoneOfTheStart() throws IOException {
    assertEquals(at("2022-11-15T22:00:00Z"), about(read("cstate.rss"), "Web down").closed());
  }

  @Test
  void theTimeOfAnUpdateMayStandInFrontOfTheLineBreak() throws IOException {
    Incident over = about(read("instatus.rss"), "Mail queue");
    assertEquals(List.of(false, 2), List.of(over.open(), over.updates()));
    assertEquals(at("2026-06-02T13:10:00Z"), over.opened());
    assertEquals(at("2026-06-02T14:04:00Z"), over.closed());
  }

  @Test
  void whatNoRuleDecidesIsOpenAndToBeClassified() throws IOException {
    Bulletin b = read("prefixes.rss");
    tells(b, "Zorglub", Kind.UNCLASSIFIED, true, "generic.none");
    assertTrue(b.findings().stream().anyMatch(f -> f.reason().key().equals("rss.foreign.unclassified")));
  }

  @Test
  void updatesWithTheirMomentInTheGuidOrAPageOfTheirOwnAreOneIncident() throws IOException {
    Bulletin b = read("updates.rss");
    assertEquals(2, b.incidents().size());
    Incident over = about(b, "Exports");
    assertEquals(List.of("K1", false, 3), List.of(over.id(), over.open(), over.updates()));
    assertEquals(at("2026-06-25T11:00:00Z"), over.opened());
    Incident open = about(b, "Imports");
    assertEquals(List.of("https://maj.exemple.test/d/K2", true, 2), List.of(open.id(), open.open(), open.updates()));
  }

  @Test
  void everyItemKnowsItsLine() throws IOException {
    Bulletin b = read("betterstack.rss");
    assertEquals(List.of(3, 4, 5), b.items().stream().map(Item::line).toList());
  }
}
