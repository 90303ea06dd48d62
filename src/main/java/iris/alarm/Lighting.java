package iris.alarm;

import iris.alarm.Chain.Lamp;
import iris.alarm.Chain.Light;
import iris.alarm.Chain.Part;
import iris.alarm.Chain.Proof;
import iris.alarm.Chain.Witness;
import iris.signal.Origin;
import iris.signal.Party;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lights the parts of a chain. */
final class Lighting {
  private Lighting() {}

  static Chain chain(Board board, ServiceState s, Now now) {
    FeedState feed = board.feeds().get(s.feed());
    String provider = parties(s, Party.Role.PROVIDER).orElse(feed == null ? s.feed() : feed.name());
    Optional<String> external = parties(s, Party.Role.EXTERNAL);
    Map<Part, Lamp> lamps = new EnumMap<>(Part.class);
    for (Part part : Part.values()) lamps.put(part, lamp(List.of()));
    if (feed != null) light(board, s, feed, now, provider, lamps);
    return new Chain(s.key(), provider, external, lamps, s.origin(), Weighing.accused(s.origin().fault()),
        Weighing.weigh(s.origin().fault(), lamps), s.contest());
  }

  private static void light(
      Board board, ServiceState s, FeedState feed, Now now, String provider, Map<Part, Lamp> lamps) {
    SeenProofs seen = new SeenProofs(board, feed, now);
    lamps.put(Part.DESK, lamp(seen.desk()));
    lamps.put(Part.OUR_LINE, lamp(List.of(seen.neutral(), seen.answers())));
    Optional<Proof> others = seen.others();
    lamps.put(Part.NETWORK, lamp(Stream.concat(Stream.of(seen.neutral()), others.stream()).toList()));
    // Behind a line that is cut nothing can be seen: that it does not answer proves nothing about it.
    boolean blind = lamps.get(Part.OUR_LINE).light() == Light.BAD;
    OwnCheck check = new OwnCheck(board, s, now, blind);
    lamps.put(Part.PROVIDER_LINE, lamp(List.of(seen.reached(blind), check.line())));
    ToldProofs told = new ToldProofs(board, s, feed, now);
    List<Proof> own = new ArrayList<>(List.of(seen.reached(blind), seen.fresh(), check.service()));
    own.addAll(told.of(Origin.PROVIDER, provider));
    lamps.put(Part.PROVIDER, lamp(own));
    lamps.put(Part.EXTERNAL_LINE, lamp(told.of(Origin.NETWORK, provider)));
    lamps.put(Part.EXTERNAL, lamp(told.of(Origin.EXTERNAL, provider)));
  }

  private static Optional<String> parties(ServiceState s, Party.Role role) {
    String names = s.service().parties().stream().filter(p -> p.role() == role)
        .map(p -> p.name().isBlank() ? p.id() : p.name()).distinct().collect(Collectors.joining(", "));
    return names.isEmpty() ? Optional.empty() : Optional.of(names);
  }

  static Lamp lamp(List<Proof> proofs) {
    return new Lamp(light(proofs), proofs);
  }

  /** Bad, unless one who is believed at least as much says that it is well: then nobody knows. */
  private static Light light(List<Proof> proofs) {
    int bad = rank(proofs, Light.BAD);
    int well = rank(proofs, Light.WELL);
    if (bad >= 0) return well >= bad ? Light.DOUBTFUL : Light.BAD;
    // An open incident never ends by age; what it says is then a memory, no more.
    boolean remembered =
        proofs.stream().anyMatch(p -> p.witness() == Witness.CLAIM && p.says() == Light.BAD && !p.fresh());
    if (remembered || rank(proofs, Light.DOUBTFUL) >= 0) return Light.DOUBTFUL;
    return well >= 0 ? Light.WELL : Light.NOT_MEASURED;
  }

  private static int rank(List<Proof> proofs, Light light) {
    return proofs.stream().filter(p -> p.proves(light)).mapToInt(p -> p.witness().rank).max().orElse(-1);
  }
}
