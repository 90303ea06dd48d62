package iris.ui.acts;

import iris.alarm.Alarm;
import iris.alarm.Board;
import iris.alarm.Now;
import iris.alarm.ServiceState;
import iris.alarm.Suppression;
import iris.ui.alert.Names;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a board keeps muted or acknowledged, as lines; a list with nothing in it still says so. */
record KeptLists(Board board, Now now, Words words) {

  List<Kept> lines() {
    List<Kept> lines = new ArrayList<>();
    for (Kept.Group group : Kept.Group.values()) {
      List<Kept> rows = rows(group);
      String head = words.say("ui.services.list." + group.name().toLowerCase(Locale.ROOT), rows.size());
      lines.add(new Kept(group, true, group.name(), head, "", Optional.empty(), Optional.empty(), Optional.empty()));
      lines.addAll(rows);
    }
    return lines;
  }

  /** How many there are of each, in one line. */
  String counts() {
    return Stream.of(Kept.Group.values())
        .map(group -> words.say("ui.services.count." + group.name().toLowerCase(Locale.ROOT), rows(group).size()))
        .collect(Collectors.joining(" · "));
  }

  private List<Kept> rows(Kept.Group group) {
    return switch (group) {
      case SHELVED -> shelved();
      case MAINTENANCE -> maintenances(group, false);
      case PLANNED -> maintenances(group, true);
      case OUT -> out();
      case ACKED -> acked();
    };
  }

  /** What ends first stands first. */
  private List<Kept> shelved() {
    record Shelf(Alarm alarm, Suppression words) {}
    return board.alarms().values().stream()
        .flatMap(a -> a.suppression().filter(s -> s.kind() == Suppression.Kind.SHELVED).map(s -> new Shelf(a, s)).stream())
        .sorted(Comparator.comparing(s -> s.words().until().orElse(Instant.MAX)))
        .map(s -> alarm(Kept.Group.SHELVED, s.alarm(),
            words.say("ui.services.kept", name(s.alarm()), left(s.words())), by(s.words())))
        .toList();
  }

  private List<Kept> maintenances(Kept.Group group, boolean planned) {
    List<Kept> rows = new ArrayList<>();
    for (ServiceState s : board.services().values()) {
      for (Suppression m : board.maintenances(s.key())) {
        if (m.since().isAfter(now.wall()) != planned) continue;
        String what = words.say("ui.services.kept", Names.service(board, s.key()), planned ? span(m) : left(m));
        rows.add(service(group, s.key(), what, author(s, m), m.since()));
      }
    }
    rows.sort(Comparator.comparing(r -> r.from().orElseThrow()));
    return rows;
  }

  private List<Kept> out() {
    return board.services().values().stream()
        .flatMap(s -> s.outOfService().map(o -> service(Kept.Group.OUT, s.key(),
            words.say("ui.services.kept", Names.service(board, s.key()), left(o)), by(o), o.since())).stream())
        .toList();
  }

  /** The oldest first: it is the one that is most likely forgotten. */
  private List<Kept> acked() {
    return board.alarms().values().stream().filter(a -> !a.state().quiet() && !a.state().unacked() && a.ack().isPresent())
        .sorted(Comparator.comparing(a -> a.ack().orElseThrow().at()))
        .map(a -> {
          Alarm.Remark ack = a.ack().orElseThrow();
          String age = words.figures().span(Duration.between(ack.at(), now.wall()));
          return alarm(Kept.Group.ACKED, a, words.say("ui.services.kept", name(a), words.say("ui.services.acked", age)),
              said(ack.author(), ack.at(), ack.text()));
        }).toList();
  }

  private Kept alarm(Kept.Group group, Alarm a, String what, String by) {
    return new Kept(group, false, group + " " + a.key(), what, by, Optional.of(a.key()), Optional.empty(), Optional.empty());
  }

  private static Kept service(Kept.Group group, String key, String what, String by, Instant from) {
    return new Kept(group, false, group + " " + key + " " + from, what, by, Optional.empty(), Optional.of(key),
        Optional.of(from));
  }

  private String name(Alarm a) {
    return words.say("ui.desk.act.alarm", Names.subject(board, a.key(), words), Names.kind(a.key().kind(), words));
  }

  private String left(Suppression s) {
    return s.until().map(at -> words.say("ui.services.left", words.figures().span(Duration.between(now.wall(), at)),
        words.figures().when(at, now.wall()))).orElse(words.say("ui.desk.muted.open"));
  }

  private String span(Suppression m) {
    Instant to = m.until().orElse(m.since());
    boolean oneDay = m.since().atZone(words.figures().zone()).toLocalDate()
        .equals(to.atZone(words.figures().zone()).toLocalDate());
    return words.say("ui.services.planned", words.figures().when(m.since(), now.wall()),
        oneDay ? words.figures().time(to) : words.figures().when(to, now.wall()),
        words.figures().span(Duration.between(m.since(), to)));
  }

  private String by(Suppression s) {
    return said(s.author(), s.since(), s.reason());
  }

  /** A feed declares with its own name, and has no words but a number. */
  private String author(ServiceState s, Suppression m) {
    return m.author().equals(s.feed()) ? words.say("ui.services.declared", Names.feed(board, s.feed())) : words.say(
        "ui.services.by", m.author(), m.reason());
  }

  private String said(String author, Instant at, String why) {
    String when = words.figures().when(at, now.wall());
    return why.isBlank() ? words.say("ui.services.by-when", author, when) : words.say("ui.desk.muted.by", author, when, why);
  }
}
