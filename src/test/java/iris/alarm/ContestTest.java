package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.AlarmKey.Kind;
import iris.alarm.OriginVerdict.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Somebody holds another at fault than the verdict does. */
class ContestTest {
  private static final Act CONTEST = new Act.Contest("siv", Fault.PROVIDER, "Marie", "leur guichet répond mal");

  private static Scene down() {
    return Scene.calm("siv").at(0).down("siv").expectRaised("siv");
  }

  private static Optional<Contest> contest(Scene scene) {
    return scene.board.services().get("siv").contest();
  }

  @Test
  void aContestStandsBesideTheVerdictWithTheVerdictThatStoodThen() {
    Scene scene = down();
    OriginVerdict stood = scene.board.services().get("siv").origin();
    assertEquals(Fault.EXTERNAL, stood.fault());
    scene.act(CONTEST);
    assertEquals(Optional.of(new Contest(scene.now.wall(), "Marie", "leur guichet répond mal", Fault.PROVIDER, stood)),
        contest(scene));
    assertEquals(stood, scene.board.services().get("siv").origin());
  }

  @Test
  void itIsRefusedWithoutAReasonOrAFaultOrAnotherOpinion() {
    Scene scene = Scene.calm("siv");
    scene.act(CONTEST).refused("alarm.refused.nothing-to-contest");
    scene = down();
    scene.act(new Act.Contest("siv", Fault.PROVIDER, "Marie", " ")).refused("alarm.refused.no-reason");
    scene.act(new Act.Contest("siv", Fault.PROVIDER, "", "x")).refused("alarm.refused.no-author");
    scene.act(new Act.Contest("siv", Fault.EXTERNAL, "Marie", "x")).refused("alarm.refused.same-verdict");
    scene.act(new Act.Contest("x", Fault.PROVIDER, "Marie", "x")).refused("alarm.refused.no-such-service");
    scene.act(new Act.Uncontest("siv", "Marie")).refused("alarm.refused.not-contested");
    assertTrue(contest(scene).isEmpty());
  }

  @Test
  void itIsOverWithTheEpisodeAndTheJournalKeepsIt() {
    Scene scene = down();
    scene.act(CONTEST).at(1).up("siv");
    assertTrue(contest(scene).isPresent(), "one good window is no end");
    scene.at(2).up("siv").expectCleared("siv").nothingElse();
    assertTrue(contest(scene).isEmpty());
    scene.noted("alarm.note.contest-over");
  }

  @Test
  void itIsTakenBack() {
    Scene scene = down();
    scene.act(CONTEST).act(new Act.Uncontest("siv", "Paul"));
    assertTrue(contest(scene).isEmpty());
  }

  @Test
  void itSurvivesARestartInAnOutageAndWhileTheFeedIsNotYetProven() {
    Scene scene = down();
    scene.act(CONTEST).ack(Kind.OUTAGE, "siv");
    Instant stopped = scene.now.wall();
    scene.now = new Now(stopped.plus(Duration.ofMinutes(2)), Duration.ofSeconds(7));
    scene.input(new Input.Restarted(stopped));
    scene.pending.clear();
    assertTrue(contest(scene).isPresent());
    scene.tick();
    assertTrue(contest(scene).isPresent());
  }
}
