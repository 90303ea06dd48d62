package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Criterion.Field;
import iris.alarm.Criterion.Says;
import iris.signal.Dialect;
import iris.signal.Incident;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random announcements under random rules: calm is never silent, and a rule taken back leaves nothing. */
class RulingWalkTest {
  private static final List<String> WORDS = List.of("zorglub", "panne", "portail", "bulgroz", "essai");
  private static final Set<Incident.Kind> LOUD =
      EnumSet.of(Incident.Kind.OUTAGE, Incident.Kind.DEGRADATION, Incident.Kind.UNCLASSIFIED);
  private final Scene scene = Scene.of("web");
  private Random random;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void calmIsNeverSilent(long seed) {
    random = new Random(seed);
    scene.dialect = Dialect.GENERIC;
    scene.publish();
    for (int step = 0; step < 150; step++) {
      switch (random.nextInt(8)) {
        case 0, 1 -> announce();
        case 2 -> scene.close("i" + random.nextInt(6));
        case 3 -> {
          scene.incidents.remove("i" + random.nextInt(6));
          scene.publish();
        }
        case 4 -> scene.act(new Act.Classify(criterion(), "léa", "essai"));
        case 5 -> scene.act(new Act.Unclassify("r" + (1 + random.nextInt(12)), "marc", "essai"));
        case 6 -> scene.act(new Act.SetAside("web", "i" + random.nextInt(6), "léa", "essai"));
        default -> scene.pass(Duration.ofSeconds(20 + random.nextInt(200)));
      }
      check();
    }
    scene.board.rulings().standing().map(Classification::id).toList()
        .forEach(id -> scene.act(new Act.Unclassify(id, "marc", "fin")));
    cases().forEach(c -> assertEquals(c.told(), c.incident()));
    check();
  }

  private void announce() {
    Incident.Kind kind = Incident.Kind.values()[random.nextInt(5)];
    String id = "i" + random.nextInt(6);
    String title = word() + " du " + word() + " " + random.nextInt(1000);
    scene.incidents.put(id, new Incident(id, "web", title, kind, true, Optional.empty(), Optional.empty(),
        Optional.of(scene.now.wall().minusSeconds(20)), Optional.empty(), 1, "generic.none", title));
    scene.publish();
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private Criterion criterion() {
    return new Criterion(random.nextBoolean() ? Optional.of(Scene.FEED) : Optional.empty(),
        Field.values()[random.nextInt(3)], word(), Says.values()[random.nextInt(5)], Optional.empty());
  }

  private List<Memory.Case> cases() {
    return List.copyOf(scene.board.memory().services().get("web").cases().values());
  }

  private void check() {
    ServiceState web = scene.board.services().get("web");
    boolean loud = cases().stream().anyMatch(c -> c.held() && c.incident().open() && LOUD.contains(c.incident().kind()));
    if (loud) assertNotEquals(Shown.UP, web.shown());
    long calmed = cases().stream().filter(Memory.Case::calmed).count();
    assertEquals(calmed, web.remarks().stream().filter(r -> r.key().equals("alarm.remark.ruled")).count());
    boolean named = cases().stream().filter(c -> !c.incident().equals(c.told()))
        .allMatch(c -> scene.board.rulings().behind(c.incident()).filter(Classification::stands).isPresent());
    assertTrue(named, "judged otherwise by a rule that does not stand");
    Receipt receipt = Receipt.of(scene.board, "web", List.of()).orElseThrow();
    assertEquals(web.shown(), receipt.shown());
    Draft d = new Draft(scene.board, scene.board.at(), Scope.everything());
    ServiceDraft s = d.services.get("web");
    assertEquals(web.shown(), Showing.ruled(d, d.feeds.get(s.feed), s).shown());
  }
}
