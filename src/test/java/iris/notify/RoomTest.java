package iris.notify;

import static iris.signal.Priority.P1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import iris.alarm.AlarmKey;
import iris.alarm.Input;
import iris.alarm.Rules;
import iris.alarm.Transition.Announcement;
import iris.alarm.Transition.Announcement.Call;
import iris.signal.FallbackSight;
import iris.signal.Reason;
import iris.signal.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** With the real board: what an operator would have seen and heard. */
class RoomTest {
  private static final List<String> MANY = IntStream.range(0, 25).mapToObj(i -> "s" + i).toList();

  private static List<Call> calls(List<Notice> popups) {
    return popups.stream().map(n -> n.news().getFirst().announcement().call()).toList();
  }

  @Test
  void anOutageOfTwoWindowsIsOneToastOneReminderAndOneRecovery() {
    Room room = new Room(List.of("siv")).window(List.of()).window(List.of());
    assertEquals(List.of(), room.popups());
    room.window(List.of("siv")).window(List.of("siv")).window(List.of()).window(List.of()).window(List.of());
    List<Notice> popups = room.popups();
    assertEquals(Set.of("service:siv"), new HashSet<>(popups.stream().map(Notice::key).toList()));
    assertEquals(Call.RAISE, calls(popups).getFirst());
    assertEquals(Call.CLEAR, calls(popups).getLast());
    assertEquals(3, popups.size(), () -> calls(popups).toString());
  }

  @Test
  void aP1RingsEveryFifteenSecondsUntilItIsAcknowledged() {
    Room room = new Room(List.of("siv")).window(List.of()).window(List.of("siv"));
    long rung = room.decisions.stream().filter(d -> d.play().equals(Optional.of(Pattern.P1))).count();
    // Asked every ten seconds here, a repeat due at 15 s sounds at 20.
    assertTrue(rung >= 15, rung + " times in five minutes");
    room.popups();
    room.act(new Act.Acknowledge(new AlarmKey(AlarmKey.Kind.OUTAGE, "siv"), "ada", "vu")).window(List.of("siv"));
    assertTrue(room.decisions.stream().allMatch(d -> d.play().isEmpty()));
  }

  @Test
  void aSecondFailureOfAFallbackRingsThoughTheFirstWasAcknowledged() {
    Room room = new Room(List.of("siv")).window(List.of()).window(List.of());
    room.input(new Input.Reconfigured(room.board.rules().planned(Map.of("siv", new Rules.FallbackRules("SIV interne",
        Set.of(), true, true, true, Duration.ofSeconds(60), 3, Duration.ofMinutes(30), List.of())))));
    failed(room).act(new Act.Acknowledge(new AlarmKey(AlarmKey.Kind.FALLBACK_FAILED, "siv"), "ada", "vu")).popups();
    failed(room);
    assertEquals(Optional.of(Pattern.P2), room.decisions.getLast().play());
    assertTrue(room.decisions.getLast().notice().orElseThrow().critical());
    assertTrue(room.decisions.getLast().memory().standing().values().stream().anyMatch(Standing::ringing));
  }

  private static Room failed(Room room) {
    room.act(new Act.SwitchFallback("siv", true, "marie", "panne", List.of()));
    return room.input(new Input.Heard(new Report.Switching("siv", room.board.fallback("siv").last().orElseThrow().order(),
        Report.Switching.Stage.FAILED, Reason.of("fallback.failed"), FallbackSight.STOPPED, List.of())));
  }

  @Test
  void twentyFiveServicesDownInOnePollAreOneToastAndOneSound() {
    Room room = new Room(MANY).window(List.of()).window(List.of());
    room.popups();
    room.input(new iris.alarm.Input.Tick());
    room.window(MANY);
    Decision storm = room.decisions.stream().filter(d -> !d.said().isEmpty()).findFirst().orElseThrow();
    assertEquals(25, storm.notice().orElseThrow().news().size());
    assertEquals(Optional.of(Pattern.P1), storm.play());
    room.popups();
    room.window(List.of()).window(List.of()).window(List.of());
    List<Notice> over = room.popups().stream().filter(n -> n.form() != Notice.Form.REMINDER).toList();
    assertEquals(25, over.getLast().news().size());
    assertEquals(Call.CLEAR, over.getLast().news().getFirst().announcement().call());
  }

  @Test
  void aRestartInAnOutageTellsItOnceAsRestoredAndItsEndOnce() {
    Room room = new Room(List.of("siv")).window(List.of()).window(List.of("siv"));
    room.popups();
    room.restart();
    assertEquals(List.of(Call.RESTORED), calls(room.popups()));
    room.window(List.of()).window(List.of()).window(List.of());
    List<Call> after = new ArrayList<>(calls(room.popups().stream().filter(n -> n.form() != Notice.Form.REMINDER).toList()));
    after.removeIf(c -> c == Call.REPEAT);
    assertEquals(List.of(Call.CLEAR), after);
  }

  @Test
  void aDayOfTenRestlessServicesTellsNothingTwiceAndRemembersLittle() {
    Random dice = new Random(7);
    List<String> ten = MANY.subList(0, 10);
    Room room = new Room(ten).seldom().window(List.of());
    Set<String> down = new HashSet<>();
    for (int w = 0; w < 288; w++) {
      for (String s : ten) if (dice.nextInt(100) < (down.contains(s) ? 30 : 2) && !down.remove(s)) down.add(s);
      room.window(down);
      if (w % 37 == 36) room.restart();
      room.decisions.clear();
    }
    Map<String, List<Call>> told = new HashMap<>();
    for (var one : room.told()) {
      Announcement a = one.announcement();
      if (a.call() == Call.RAISE || a.call() == Call.CLEAR)
        told.computeIfAbsent(a.episode(), e -> new ArrayList<>()).add(a.call());
    }
    assertTrue(told.size() > 30, told.size() + " episodes");
    told.forEach((episode, calls) -> assertEquals(calls.stream().distinct().toList(), calls, episode));
    assertTrue(room.memory.standing().size() <= 60);
    assertTrue(room.memory.episodes().size() <= Memory.EPISODES);
    assertTrue(room.told().stream().anyMatch(t -> t.announcement().priority() == P1));
  }
}
