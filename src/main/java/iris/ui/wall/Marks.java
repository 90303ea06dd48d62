package iris.ui.wall;

import iris.alarm.Alarm;
import iris.alarm.Board;
import iris.alarm.ServiceState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The alarms of a board by whom they concern: sorted once, since a storm has as many alarms as there are tiles. */
final class Marks {
  private final Map<String, List<Alarm>> byService = new HashMap<>();
  private final Map<String, List<Alarm>> byFeed = new HashMap<>();

  Marks(Board board) {
    for (Alarm alarm : board.alarms().values()) {
      if (alarm.state().quiet()) continue;
      switch (alarm.key().kind()) {
        case SUPERVISION_LOST -> of(byFeed, alarm).add(alarm);
        case OUTAGE, DEGRADED, SERVICE_SILENT, TO_CLASSIFY, FALLBACK_ACTIVE, FALLBACK_FAILED -> of(byService, alarm).add(alarm);
        // Concerns no service: the header says it.
        case CONSOLE_FAULT -> { }
        // Played: the tile wears the word, and its own marks stay true.
        case EXERCISE -> { }
      }
    }
  }

  private static List<Alarm> of(Map<String, List<Alarm>> by, Alarm alarm) {
    return by.computeIfAbsent(alarm.key().subject(), subject -> new ArrayList<>());
  }

  /** What is not quiet of this service and of its feed. */
  List<Alarm> of(ServiceState service) {
    List<Alarm> own = byService.getOrDefault(service.key(), List.of());
    List<Alarm> fed = byFeed.getOrDefault(service.feed(), List.of());
    if (fed.isEmpty()) return own;
    List<Alarm> all = new ArrayList<>(own);
    all.addAll(fed);
    return all;
  }
}
