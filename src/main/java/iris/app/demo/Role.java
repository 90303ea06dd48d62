package iris.app.demo;

import iris.agent.simulate.Latency;
import iris.agent.simulate.Nature;
import iris.signal.Party;
import iris.signal.Service;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One service of the demonstration.
 *
 * @param peak transactions of a window at the rush hour
 * @param mean time of the external party's answer at night, in ms
 */
record Role(Service service, int peak, int mean) {
  static final String SIV = "siv";

  /** Who plays in a scene. */
  static List<Role> of(Scene scene) {
    return scene == Scene.STORM ? regions() : neighbours();
  }

  private static Role of(String id, String name, int peak, int mean, Party external) {
    Party provider = new Party("darva", Party.Role.PROVIDER, "DARVA");
    return new Role(new Service(id, name, List.of(provider, external)), peak, mean);
  }

  /** Every scene but the storm: the SIV, and a few of its neighbours so that the wall looks like one. */
  static List<Role> neighbours() {
    Party ants = new Party("ants", Party.Role.EXTERNAL, "SIV national");
    return List.of(
        of(SIV, "SIV", 490, 310, ants),
        of("cession", "Déclaration de cession", 210, 240, ants),
        of("titulaire", "Changement de titulaire", 160, 420, ants),
        of("paiement", "Paiement des taxes", 130, 440, new Party("banque", Party.Role.EXTERNAL, "Banque")),
        of("controle", "Contrôle technique", 240, 180, new Party("utac", Party.Role.EXTERNAL, "OTC")),
        of("histovec", "Historique du véhicule", 90, 350, ants));
  }

  /** The storm: the SIV in twenty-five regions. */
  static List<Role> regions() {
    Party ants = new Party("ants", Party.Role.EXTERNAL, "SIV national");
    return Stream.concat(
            Stream.of(of(SIV, "SIV", 490, 310, ants)),
            IntStream.rangeClosed(1, 24)
                .mapToObj(i -> of("siv-%02d".formatted(i), "SIV région %02d".formatted(i), 40 + 5 * i, 250 + 9 * i, ants)))
        .toList();
  }

  /** What it is like to ask it: {@link #peak} transactions in a window. */
  Nature nature(Duration window) {
    // Of the few transactions that a small service has in five minutes, one that fails is more than a hundredth, which
    // the console takes for a degradation: only the SIV has flaws, fewer than in life.
    double flaws = service.id().equals(SIV) ? 0.00005 : 0;
    return new Nature(peak / (double) window.toSeconds(), Latency.of(120), Latency.of(mean), flaws, 3 * flaws, Duration.ofSeconds(10));
  }

  Party provider() {
    return service.parties().getFirst();
  }

  Party external() {
    return service.parties().getLast();
  }
}
