package iris.ui.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Now;
import iris.alarm.OriginVerdict;
import iris.alarm.OriginVerdict.Confidence;
import iris.alarm.OriginVerdict.Fault;
import iris.alarm.Rules;
import iris.alarm.ServiceState;
import iris.alarm.Shown;
import iris.signal.Reason;
import iris.signal.Service;
import iris.words.Lang;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NamesTest {
  private static final Words FR = Words.of(Lang.FR, ZoneId.of("Europe/Paris"));

  @Test
  void aPartOfTheConsoleHasAName() {
    assertEquals("notifications du bureau", Names.part("toast", FR));
    assertEquals("certificat de darva", Names.part("certificate darva", FR));
    assertEquals("x-ray", Names.part("x-ray", FR));
  }

  private static Board board(Fault fault) {
    ServiceState siv = new ServiceState("siv", "darva", new Service("siv", "SIV", List.of()), true, Shown.LOST, Instant.EPOCH,
        new OriginVerdict(fault, Confidence.HIGH, List.of()), new TreeMap<>(), List.of(), List.of(), Optional.empty(),
        Optional.empty(), Optional.empty(), Optional.empty());
    return new Board(new Rules(List.of(), Map.of()), new Now(Instant.EPOCH, Duration.ZERO), Map.of(), Map.of("siv", siv),
        Map.of(), Optional.empty(), Map.of());
  }

  @Test
  void aLostFeedIsNotTheFaultOfWhoBrokeTheService() {
    AlarmKey lost = new AlarmKey(AlarmKey.Kind.SUPERVISION_LOST, "darva");
    AlarmKey outage = new AlarmKey(AlarmKey.Kind.OUTAGE, "siv");
    assertEquals(Optional.empty(), Names.origin(board(Fault.EXTERNAL), lost, FR));
    assertEquals(Optional.of(Fault.EXTERNAL), Names.fault(board(Fault.EXTERNAL), outage));
    assertEquals(Optional.of(Fault.OUR_NETWORK), Names.fault(board(Fault.OUR_NETWORK), lost));
    assertEquals(Optional.of(Fault.PROVIDER_SIGNALLING), Names.fault(board(Fault.PROVIDER_SIGNALLING), lost));
    assertEquals(Optional.empty(), Names.fault(board(Fault.NORMAL), outage));
  }

  @Test
  void aReasonBecomesASentence() {
    assertEquals("Flux joint", Names.sentence(Reason.of("flux joint"), FR));
    assertEquals("À 15:12", Names.sentence(Reason.of("à 15:12"), FR));
    assertEquals("p95 de 4 s", Names.sentence(Reason.of("p95 de 4 s"), FR));
    assertEquals("L'agent se tait", Names.sentence(Reason.of("l'agent se tait"), FR));
  }
}
