package iris.history.story;

import iris.alarm.Answer;
import iris.alarm.Answer.Voice;
import iris.alarm.Transition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what the channels answered to one announcement: the toast answers some time after the others. */
final class Notices {
  private static final Duration TOGETHER = Duration.ofMinutes(1);

  private final List<Line> lines;

  Notices(List<Line> lines) {
    this.lines = lines;
  }

  void add(Transition.Answered answered) {
    Answer a = answered.answer();
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (!(lines.get(i) instanceof Line.Notified before) || before.call() != a.call()) continue;
      boolean soon = Duration.between(before.at(), answered.at()).compareTo(TOGETHER) < 0;
      boolean twice = before.voices().stream().anyMatch(v -> a.voices().stream().anyMatch(w -> w.channel() == v.channel()));
      if (!soon || twice) break;
      List<Voice> voices = new ArrayList<>(before.voices());
      voices.addAll(a.voices());
      voices.sort(Comparator.comparing(Voice::channel));
      lines.set(i, new Line.Notified(before.at(), a.call(), before.told() || a.told(), before.why(), voices));
      return;
    }
    lines.add(new Line.Notified(answered.at(), a.call(), a.told(), a.why(), a.voices()));
  }
}
