package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act.Checked.Finding;
import iris.alarm.AlarmKey.Kind;
import iris.history.Entry;
import iris.history.Journal;
import iris.history.Opening;
import iris.history.Profile;
import iris.signal.Incident;
import iris.signal.Reason;
import iris.signal.Report;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every act there is, asked for by every role where it can be done: done or refused, and in either case a line kept. */
class ActsByRoleTest {
  private static final AlarmKey SIV = new AlarmKey(Kind.OUTAGE, "siv");
  private static final AlarmKey PART = new AlarmKey(Kind.CONSOLE_FAULT, "journal");
  private static final Map<Role, String> PEOPLE = Map.of(Role.VIEW, "victor", Role.OPERATE, "odile", Role.ADMINISTER, "anne");

  @TempDir Path folder;

  /**
   * @param least the role that may do it, as the page of the documentation has it
   * @param before what makes it possible
   */
  private record Case(Role least, Consumer<Scene> before, BiFunction<Scene, String, Act> act) {}

  private static final Map<Class<? extends Act>, Case> CASES = Map.ofEntries(
      any(Act.Sign.class, (_, who) -> new Act.Sign(who, "poste1", "Zoé")),
      operate(Act.Acknowledge.class, (_, who) -> new Act.Acknowledge(SIV, who, "vu")),
      operate(Act.Unacknowledge.class, ActsByRoleTest::acknowledged, (_, who) -> new Act.Unacknowledge(SIV, who)),
      operate(Act.Comment.class, (_, who) -> new Act.Comment(SIV, who, "appelé")),
      operate(Act.Shelve.class, (_, who) -> shelve(who)),
      operate(Act.Unshelve.class, scene -> scene.act(shelve(Rights.PROGRAM)), (_, who) -> new Act.Unshelve(SIV, who)),
      operate(Act.Silence.class, (_, who) -> new Act.Silence(who, Duration.ofMinutes(5))),
      operate(Act.Unsilence.class, scene -> scene.act(new Act.Silence(Rights.PROGRAM, Duration.ofMinutes(5))),
          (_, who) -> new Act.Unsilence(who)),
      operate(Act.Reset.class, ActsByRoleTest::latched, (_, who) -> new Act.Reset(PART, who)),
      operate(Act.Maintain.class, (scene, who) -> maintain(scene, who, 0)),
      operate(Act.EndMaintenance.class, scene -> scene.act(maintain(scene, Rights.PROGRAM, 0)),
          (_, who) -> new Act.EndMaintenance("siv", who)),
      operate(Act.CancelMaintenance.class, scene -> scene.act(maintain(scene, Rights.PROGRAM, 3600)),
          (scene, who) -> new Act.CancelMaintenance("siv", scene.now.wall().plusSeconds(3600), who, "reporté")),
      administer(Act.OutOfService.class, _ -> {}, (_, who) -> new Act.OutOfService("siv", true, who, "fin", Optional.empty())),
      operate(Act.Note.class, (_, who) -> new Act.Note(who, "rappeler")),
      operate(Act.HandOver.class, (_, who) -> new Act.HandOver(who, "Marie", "Paul", Relieving.digest("page"), "page")),
      operate(Act.Checked.class, (_, who) -> new Act.Checked(who, found(), found(), found())),
      operate(Act.StartExercise.class, ActsByRoleTest::acknowledged, (_, who) -> new Act.StartExercise(Optional.empty(), who)),
      operate(Act.StopExercise.class, scene -> acknowledged(scene).act(new Act.StartExercise(Optional.empty(), Rights.PROGRAM)),
          (_, who) -> new Act.StopExercise(who)),
      operate(Act.Contest.class, (_, who) -> contest(who)),
      operate(Act.Uncontest.class, scene -> scene.act(contest(Rights.PROGRAM)), (_, who) -> new Act.Uncontest("siv", who)),
      operate(Act.Fallback.class, (_, who) -> new Act.Fallback("siv", true, who, "à la main")),
      administer(Act.Classify.class, _ -> {}, (_, who) -> classify(who)),
      administer(Act.Unclassify.class, scene -> scene.act(classify(Rights.PROGRAM)),
          (_, who) -> new Act.Unclassify("r1", who, "essai")),
      operate(Act.SetAside.class, scene -> scene.open("siv", "x1", Incident.Kind.UNCLASSIFIED),
          (_, who) -> new Act.SetAside("siv", "x1", who, "lu")),
      operate(Act.SwitchFallback.class, (_, who) -> new Act.SwitchFallback("siv", true, who, "panne", List.of())),
      administer(Act.Configure.class, _ -> {}, (_, who) -> new Act.Configure(who, "feeds.siv.url")));

  private static Map.Entry<Class<? extends Act>, Case> any(Class<? extends Act> kind, BiFunction<Scene, String, Act> act) {
    return Map.entry(kind, new Case(Role.VIEW, _ -> {}, act));
  }

  private static Map.Entry<Class<? extends Act>, Case> operate(
      Class<? extends Act> kind, BiFunction<Scene, String, Act> act) {
    return operate(kind, _ -> {}, act);
  }

  private static Map.Entry<Class<? extends Act>, Case> operate(
      Class<? extends Act> kind, Consumer<Scene> before, BiFunction<Scene, String, Act> act) {
    return Map.entry(kind, new Case(Role.OPERATE, before, act));
  }

  private static Map.Entry<Class<? extends Act>, Case> administer(
      Class<? extends Act> kind, Consumer<Scene> before, BiFunction<Scene, String, Act> act) {
    return Map.entry(kind, new Case(Role.ADMINISTER, before, act));
  }

  private static Scene acknowledged(Scene scene) {
    return scene.act(new Act.Acknowledge(SIV, Rights.PROGRAM, ""));
  }

  private static void latched(Scene scene) {
    scene.hear(new Report.Health("journal", false, Reason.of("x"))).act(new Act.Acknowledge(PART, Rights.PROGRAM, ""))
        .hear(new Report.Health("journal", true, Reason.of("x"))).state(Kind.CONSOLE_FAULT, "journal", Lifecycle.LATCHED_ACKED);
  }

  private static Act shelve(String who) {
    return new Act.Shelve(SIV, who, "essais", Duration.ofMinutes(15));
  }

  private static Act maintain(Scene scene, String who, long inSeconds) {
    var from = scene.now.wall().plusSeconds(inSeconds);
    return new Act.Maintain("siv", who, "migration", from, from.plusSeconds(1800));
  }

  private static Act contest(String who) {
    return new Act.Contest("siv", OriginVerdict.Fault.OUR_NETWORK, who, "le proxy");
  }

  private static Act classify(String who) {
    return new Act.Classify(new Criterion(Optional.empty(), Criterion.Field.TITLE, "travaux prévus", Criterion.Says.NOTICE,
        Optional.empty()), who, "simple avis");
  }

  private static Act.Checked.Found found() {
    return new Act.Checked.Found(Finding.WELL, Reason.of("ui.shift.check.confirmed"));
  }

  private static Stream<Class<?>> leaves(Class<?> sealed) {
    return sealed.isSealed() ? Stream.of(sealed.getPermittedSubclasses()).flatMap(ActsByRoleTest::leaves) : Stream.of(sealed);
  }

  /** The SIV is down, has a plan of a fallback, and three people of three roles are named. */
  private static Scene scene() {
    Rules plain = Scene.rules(Map.of());
    Rights rights = new Rights(Role.VIEW,
        PEOPLE.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey)));
    Rules.FallbackRules plan = new Rules.FallbackRules("Base locale", Set.of(OriginVerdict.Fault.EXTERNAL), true, true, true,
        Duration.ofSeconds(30), 2, Duration.ofHours(1), List.of());
    Scene scene = new Scene(new Rules(plain.feeds(), Map.of(), rights, Outlook.NONE, Map.of(), Map.of("siv", plan)), "siv");
    scene.at(-2).up("siv").at(-1).up("siv").at(0).down("siv").expectRaised("siv");
    return scene;
  }

  private static Entry asked(Case one, String who) {
    Scene scene = scene();
    one.before().accept(scene);
    Input did = new Input.Did(one.act().apply(scene, who));
    return new Entry(scene.now, did, scene.board.after(did, scene.now));
  }

  private static Transition answer(Entry entry) {
    Act act = ((Input.Did) entry.input()).act();
    List<Transition> answers = entry.outcome().transitions().stream()
        .filter(t -> t instanceof Transition.Acted a && a.act().equals(act) || t instanceof Transition.Refused r && r.act().equals(act))
        .toList();
    assertEquals(1, answers.size(), () -> "one answer to " + act + ": " + entry.outcome().transitions());
    return answers.getFirst();
  }

  @Test
  void theTableHasEveryActThereIs() {
    assertEquals(leaves(Act.class).collect(Collectors.toSet()), CASES.keySet(), "an act without a line in this table");
  }

  @TestFactory
  Stream<DynamicTest> eachActIsDoneForThoseWhoMayAndRefusedToAllOthers() {
    return CASES.entrySet().stream().flatMap(c -> Stream.of(Role.values()).map(role ->
        DynamicTest.dynamicTest(c.getKey().getSimpleName() + " by " + role, () -> {
          Transition answer = answer(asked(c.getValue(), PEOPLE.get(role)));
          if (role.compareTo(c.getValue().least()) >= 0) {
            assertInstanceOf(Transition.Acted.class, answer, answer::toString);
          } else {
            Transition.Refused no = assertInstanceOf(Transition.Refused.class, answer, answer::toString);
            assertTrue(no.why().key().startsWith("alarm.refused.role"), no::toString);
          }
        })));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void everyActAndEveryRefusalIsALineOfTheJournalAfterARestart(Role role) throws Exception {
    List<Entry> entries = new ArrayList<>();
    CASES.values().forEach(c -> entries.add(asked(c, PEOPLE.get(role))));
    try (Journal journal = opened(entries).journal()) {
      journal.write(entries);
    }
    Opening.Writable again = opened(entries);
    try (Journal _ = again.journal()) {
      List<Transition> kept = again.restored().recent();
      for (Entry entry : entries) assertTrue(kept.contains(answer(entry)), () -> "not kept: " + answer(entry));
    }
  }

  private Opening.Writable opened(List<Entry> entries) {
    return assertInstanceOf(Opening.Writable.class, Profile.open(folder, entries.getFirst().now().wall()));
  }
}
