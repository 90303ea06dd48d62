package iris.app.demo;

import iris.agent.simulate.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What goes wrong in each scene. All times are of the story, in seconds after the start. */
final class Plot {
  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;
  private static final int TWICE = 2;

  private final Tempo tempo;

  private Plot(Tempo tempo) {
    this.tempo = tempo;
  }

  /** What has been and what will be. */
  static List<Trouble> of(Scene scene, List<Role> cast, Tempo tempo) {
    Plot plot = new Plot(tempo);
    List<Trouble> all = new ArrayList<>(plot.yesterday(cast));
    all.addAll(switch (scene) {
      case CALM, GARBLED, SILENT -> List.<Trouble>of();
      case OUTAGE -> List.of(plot.trouble(Role.SIV, Fault.EXTERNAL_DOWN, 25, 85));
      case FALLBACK -> List.of(plot.trouble(Role.SIV, Fault.EXTERNAL_DOWN, 25, 145));
      case FLAP -> IntStream.range(0, 5)
          .mapToObj(i -> plot.trouble(Role.SIV, Fault.PROVIDER_DOWN, 25 + 60 * i, 55 + 60 * i)).toList();
      // The line between the provider and all the others is cut.
      case STORM -> cast.stream().map(r -> plot.trouble(r.service().id(), Fault.EXTERNAL_DOWN, 25, 145)).toList();
      case DAY -> List.of(plot.trouble(Role.SIV, Fault.EXTERNAL_SLOW, 2 * HOUR, 2 * HOUR + 40 * MINUTE));
    });
    return List.copyOf(all);
  }

  /** A day without any trouble looks painted. */
  private List<Trouble> yesterday(List<Role> cast) {
    Stream<Trouble> siv = Stream.of(trouble(Role.SIV, Fault.EXTERNAL_DOWN, -7 * HOUR, -7 * HOUR + 14 * MINUTE));
    Stream<Trouble> cession = cast.stream().filter(r -> r.service().id().equals("cession"))
        .map(r -> trouble("cession", Fault.EXTERNAL_SLOW, -190 * MINUTE, -165 * MINUTE));
    return Stream.concat(siv, cession).toList();
  }

  /** What happens to the document of one feed on its way; the others show that it is not the console. */
  static Spoiler.Damage damage(Scene scene, Tempo tempo, Instant now) {
    Plot plot = new Plot(tempo);
    return switch (scene) {
      case SILENT -> now.isBefore(tempo.at(Duration.ofSeconds(30))) ? Spoiler.Damage.NONE : Spoiler.Damage.FROZEN;
      case GARBLED -> {
        if (now.isBefore(plot.at(25)) || !now.isBefore(plot.at(145))) yield Spoiler.Damage.NONE;
        yield now.isBefore(plot.at(85)) ? Spoiler.Damage.LOGIN_PAGE : Spoiler.Damage.CUT;
      }
      case CALM, OUTAGE, FALLBACK, FLAP, STORM, DAY -> Spoiler.Damage.NONE;
    };
  }

  private Trouble trouble(String service, Fault fault, int from, int to) {
    return new Trouble(service, fault, at(from), at(to));
  }

  /**
   * What takes minutes is played at twice its speed at most: an agent needs its time to be sure, and a document that is
   * damaged for a second alone is asked for by nobody.
   */
  private Instant at(int seconds) {
    Duration after = Duration.ofSeconds(seconds);
    boolean minutes = Math.abs(seconds) <= 10 * MINUTE;
    return minutes ? tempo.start().plus(after.dividedBy(Math.min(TWICE, tempo.speed()))) : tempo.at(after);
  }
}
