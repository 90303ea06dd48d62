package iris.agent.simulate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * An invented vehicle; the same plate always has the same.
 *
 * @param power fiscal horsepower, 1 to 25
 */
record Vehicle(
    String plate, String make, String model, String energy, String colour, LocalDate registered, int power) {
  /** Of a hundred plates so many belong to no vehicle. */
  private static final int UNKNOWN = 4;

  private record Type(String make, String model, List<String> energies, int power) {}

  private static final List<Type> TYPES = List.of(
      new Type("RENAULT", "CLIO", List.of("ES", "GO"), 4), new Type("PEUGEOT", "208", List.of("ES", "EL"), 5),
      new Type("CITROEN", "BERLINGO", List.of("GO", "EL"), 6), new Type("DACIA", "DUSTER", List.of("ES", "GO"), 6),
      new Type("VOLKSWAGEN", "GOLF", List.of("ES", "GO", "EH"), 7), new Type("TOYOTA", "YARIS", List.of("EH"), 4),
      new Type("TESLA", "MODEL 3", List.of("EL"), 9), new Type("BMW", "X3", List.of("GO", "EE"), 12));
  private static final List<String> COLOURS = List.of("GRIS", "BLANC", "NOIR", "BLEU", "ROUGE", "VERT", "BEIGE");

  /** Empty: nobody ever had this plate. */
  static Optional<Vehicle> of(Plate plate) {
    // A text's hash alone would give neighbours neighbouring cars.
    SplittableRandom dice = new SplittableRandom(plate.text().hashCode() * 0x9E3779B97F4A7C15L);
    if (dice.nextInt(100) < UNKNOWN) return Optional.empty();
    Type type = TYPES.get(dice.nextInt(TYPES.size()));
    LocalDate registered = LocalDate.of(2009, 4, 15).plusDays(dice.nextInt(6_000));
    return Optional.of(new Vehicle(plate.text(), type.make(), type.model(), one(type.energies(), dice),
        one(COLOURS, dice), registered, type.power() + dice.nextInt(3)));
  }

  private static String one(List<String> all, SplittableRandom dice) {
    return all.get(dice.nextInt(all.size()));
  }
}
