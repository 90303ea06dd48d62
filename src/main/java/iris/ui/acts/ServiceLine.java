package iris.ui.acts;

import iris.alarm.Board;
import iris.alarm.Now;
import iris.alarm.ServiceState;
import iris.alarm.Shown;
import iris.alarm.Suppression;
import iris.ui.alert.Names;
import iris.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One service in words.
 *
 * @param state its state and since when
 * @param muted what mutes it or is planned for it, or that nothing does
 * @param outOfService it can be taken back
 */
record ServiceLine(String key, String name, Shown shown, String state, String muted, boolean outOfService) {
  ServiceLine {
    Objects.requireNonNull(key);
    Objects.requireNonNull(name);
    Objects.requireNonNull(shown);
    Objects.requireNonNull(state);
    Objects.requireNonNull(muted);
  }

  static List<ServiceLine> of(Board board, Now now, Words words) {
    return board.services().values().stream().map(s -> of(board, s, now, words)).toList();
  }

  private static ServiceLine of(Board board, ServiceState s, Now now, Words words) {
    String state = words.say("ui.services.state", words.say("ui.wall.state." + s.shown()),
        words.figures().when(s.shownSince(), now.wall()));
    return new ServiceLine(s.key(), Names.service(board, s.key()), s.shown(), state,
        String.join(" · ", muted(board, s, now, words)), s.outOfService().isPresent());
  }

  private static List<String> muted(Board board, ServiceState s, Now now, Words words) {
    List<String> all = new ArrayList<>();
    s.outOfService().ifPresent(o -> all.add(words.say("ui.services.line.out", until(o, now, words), o.author())));
    for (Suppression m : board.maintenances(s.key())) {
      all.add(m.since().isAfter(now.wall())
          ? words.say("ui.services.line.planned", words.figures().when(m.since(), now.wall()))
          : words.say("ui.services.line.maintenance", until(m, now, words)));
    }
    long shelved = board.alarms().values().stream().filter(a -> a.key().subject().equals(s.key()))
        .filter(a -> a.suppression().filter(x -> x.kind() == Suppression.Kind.SHELVED).isPresent()).count();
    if (shelved > 0) all.add(words.say("ui.services.line.shelved", shelved));
    s.fallback().ifPresent(f -> all.add(words.say("ui.services.line.fallback", f.author())));
    if (all.isEmpty()) all.add(words.say("ui.services.line.none"));
    return all;
  }

  private static String until(Suppression s, Now now, Words words) {
    return s.until().map(at -> words.say("ui.desk.muted.until", words.figures().when(at, now.wall())))
        .orElse(words.say("ui.desk.muted.open"));
  }

  String spoken() {
    return String.join(", ", name, state, muted);
  }
}
