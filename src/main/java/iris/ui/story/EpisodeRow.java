package iris.ui.story;

import iris.alarm.Alarm;
import iris.alarm.Board;
import iris.history.story.Episode;
import iris.ui.alert.Names;
import iris.words.Figures;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * One episode in the list.
 *
 * @param standing it stands in the list of alarms; {@code taken} somebody acknowledged it
 */
record EpisodeRow(Episode episode, String title, String when, String what, boolean standing, boolean taken) {
  EpisodeRow {
    Objects.requireNonNull(episode);
    Objects.requireNonNull(title);
    Objects.requireNonNull(when);
    Objects.requireNonNull(what);
  }

  static EpisodeRow of(Episode e, Board board, Instant now, Words words) {
    Figures f = words.figures();
    boolean standing = Facts.alarm(e, board).isPresent();
    String lasted = e.lasted().map(f::span)
        .orElseGet(() -> standing ? f.span(Duration.between(e.since(), now)) : words.say("ui.story.unknown"));
    String when = e.lasted().isEmpty() && standing ? words.say("ui.story.row.standing", f.when(e.since(), now), lasted)
        : words.say("ui.story.row.over", f.when(e.since(), now), lasted);
    boolean taken = Facts.alarm(e, board).map(Alarm::state).map(s -> !s.unacked()).orElse(e.taken().isPresent());
    String who = e.taken().map(t -> words.say("ui.story.row.taken", t.by(), f.span(e.untilTaken().orElseThrow())))
        .orElseGet(() -> words.say("ui.story.taken.nobody"));
    return new EpisodeRow(e, words.say("ui.story.row.title", Facts.name(e, board, words), Names.kind(e.alarm().kind(), words)), when,
        words.say("ui.story.row.what", e.worst(), who), standing, taken);
  }

  String spoken() {
    return title + ", " + when + ", " + what;
  }
}
