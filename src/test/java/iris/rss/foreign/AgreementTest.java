package iris.rss.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.signal.Bulletin;
import iris.signal.Incident;
import iris.signal.Item;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an independent reader found in real feeds, row by row. */
class AgreementTest {
  private final Map<String, Bulletin> read = new HashMap<>();
  private final List<String> disagreements = new ArrayList<>();

  private Bulletin bulletin(String file) {
    return read.computeIfAbsent(file, Captures::understood);
  }

  private Item item(Map<String, String> row) {
    return bulletin(row.get("file")).items().get(Integer.parseInt(row.get("n")) - 1);
  }

  private Incident incident(Map<String, String> row) {
    String id = item(row).incident().orElseThrow();
    return bulletin(row.get("file")).incidents().stream().filter(i -> i.id().equals(id)).findFirst().orElseThrow();
  }

  private void same(Map<String, String> row, String what, Object expected, Object found) {
    if (!expected.equals(found))
      disagreements.add(row.get("file") + " " + row.get("n") + ": " + what + " " + expected + " but " + found);
  }

  private static String second(Optional<Instant> at) {
    return at.map(t -> t.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("");
  }

  private static String words(String title) {
    return String.join(" ", title.strip().split("\\s+"));
  }

  private void agreesBut(String... known) {
    List<String> others = disagreements.stream().filter(d -> List.of(known).stream().noneMatch(d::startsWith)).toList();
    assertEquals(List.of(), others);
  }

  @Test
  void statuspageIncidentsOpenAndCloseWhenTheirUpdatesSay() {
    for (Map<String, String> row : Captures.table("statuspage.tsv")) {
      Incident incident = incident(row);
      boolean open = Set.of("open", "maintenance-planned", "maintenance-running").contains(row.get("state"));
      same(row, "guid", row.get("guid"), item(row).guid());
      same(row, "title", words(row.get("title")), words(item(row).title()));
      same(row, "published", row.get("published_utc"), second(item(row).published()));
      same(row, "updated", row.get("updated_utc"), second(item(row).updated()));
      same(row, "open", open, incident.open());
      same(row, "first", row.get("first_utc"), second(incident.opened()));
      same(row, "latest", open ? "" : row.get("latest_utc"), second(incident.closed()));
      same(row, "updates", Integer.valueOf(row.get("updates")), incident.updates());
      boolean work = row.get("class_hint").equals("maintenance");
      same(row, "maintenance", work, incident.kind() == Incident.Kind.MAINTENANCE);
    }
    // A post-mortem two days after the end of 24 December 2013: the table puts its day a year too early.
    agreesBut("status/parse/2014-01-09.rss 4: first", "status/parse/2014-01-09.rss 4: latest");
  }

  @Test
  void cstateIncidentsAreOpenUntilTheTitleSaysResolved() {
    for (Map<String, String> row : Captures.table("cstate.tsv")) {
      same(row, "guid", row.get("guid"), item(row).guid());
      same(row, "title", words(row.get("title")), words(item(row).title()));
      same(row, "open", row.get("resolved_by_title").equals("False"), incident(row).open());
      // Year 1 is a zero written out, not a date.
      String date = row.get("pubDate_utc_as_stamped");
      same(row, "published", date.startsWith("0001") ? "" : date, second(item(row).published()));
    }
    agreesBut();
  }

  @Test
  void itemsWithoutBlocksKeepGuidTitleAndDates() {
    for (Map<String, String> row : Captures.table("itemtitles.tsv")) {
      same(row, "guid", row.get("guid"), item(row).guid());
      same(row, "title", words(row.get("title")), words(item(row).title()));
      same(row, "published", row.get("published_utc"), second(item(row).published()));
      same(row, "updated", row.get("updated_utc"), second(item(row).updated()));
    }
    agreesBut();
  }

  @Test
  void awsTitlesDecideAndAllIncidentsOfTheCapturesAreOver() {
    for (Map<String, String> row : Captures.table("aws.tsv")) {
      same(row, "published", row.get("published_utc"), second(item(row).published()));
      same(row, "open", false, incident(row).open());
    }
    agreesBut();
  }

  @Test
  void everyFileHasItsItemsAndItsGuids() {
    for (Map<String, String> row : Captures.table("counts.tsv")) {
      row.put("n", "-");
      List<Item> items = bulletin(row.get("file")).items();
      Set<String> guids = new HashSet<>();
      items.forEach(i -> guids.add(i.guid()));
      List<String> dates =
          items.stream().map(i -> second(i.updated().or(i::published))).filter(d -> !d.isEmpty()).sorted().toList();
      same(row, "items", Integer.valueOf(row.get("items")), items.size());
      same(row, "guids", Integer.valueOf(row.get("distinct_guids")), guids.size());
      same(row, "newest", row.get("newest_utc"), dates.isEmpty() ? "" : dates.getLast());
      if (!row.get("oldest_utc").startsWith("0001"))
        same(row, "oldest", row.get("oldest_utc"), dates.isEmpty() ? "" : dates.getFirst());
    }
    agreesBut();
    assertTrue(read.size() > 200, "only " + read.size() + " files");
  }
}
