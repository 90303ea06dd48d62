package iris.history.contract;

import iris.alarm.Transition;
import iris.history.story.Episode;
import iris.history.years.Annals;
import iris.history.years.Grain;
import iris.history.years.Known;
import iris.history.years.Latencies;
import iris.history.years.Pause;
import iris.history.years.Stretch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Annals out of lists, for one service, which count what they are asked. */
class Shelf implements Annals {
  final List<Stretch> windows;
  List<Stretch> hours;
  final List<Pause> pauses = new ArrayList<>();
  final List<Transition> told = new ArrayList<>();
  final List<Transition> console = new ArrayList<>();
  final Map<String, List<Episode>> episodes = new java.util.HashMap<>();
  Optional<Latencies> latencies = Optional.empty();
  int windowsRead;

  Shelf(List<Stretch> windows) {
    this.windows = windows;
    hours = Made.hours(windows);
  }

  @Override
  public List<Known> services() {
    return windows.isEmpty() ? List.of() : List.of(new Known("siv", windows.getFirst().from(), windows.getLast().to()));
  }

  @Override
  public List<Stretch> stretches(String service, Instant from, Instant to, Grain grain) {
    List<Stretch> found = (grain == Grain.WINDOW ? windows : hours).stream()
        .filter(s -> service.equals("siv") && !s.from().isBefore(from) && s.from().isBefore(to)).toList();
    if (grain == Grain.WINDOW) windowsRead += found.size();
    return found;
  }

  @Override
  public List<Pause> pauses(String service, Instant from, Instant to) {
    return pauses;
  }

  @Override
  public List<Episode> episodes(String subject, Instant from, Instant to) {
    return episodes.getOrDefault(subject, List.of());
  }

  @Override
  public List<Transition> told(String subject, Instant from, Instant to) {
    return (subject.equals("iris") ? console : told).stream().filter(t -> !t.at().isBefore(from) && t.at().isBefore(to)).toList();
  }

  @Override
  public Optional<Latencies> latencies(String service, String party, Instant from, Instant to) {
    return latencies;
  }

  @Override
  public void close() {}
}
