package iris.settings.edit;

import iris.settings.Section;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** One change to the configuration, as a person means it; in which file it is made is found out later. */
public sealed interface Edit {
  Spot at();

  /** The value as it would be written after the colon, without quotes. */
  record Set(Spot at, String value) implements Edit {
    public Set {
      Objects.requireNonNull(at);
      Objects.requireNonNull(value);
    }
  }

  /** The standard counts again. Nothing happens where nothing is written. */
  record Unset(Spot at) implements Edit {
    public Unset {
      Objects.requireNonNull(at);
    }
  }

  /** Keeps a secret in a file of its own that only its owner can read, and writes where. */
  record Hide(Spot at, String secret) implements Edit {
    public Hide {
      Objects.requireNonNull(at);
      Objects.requireNonNull(secret);
    }

    /** A secret stands in no log, whoever prints this. */
    @Override
    public String toString() {
      return "Hide[at=" + at + "]";
    }
  }

  /** The whole block of a name, with the comments inside it. */
  record Remove(Spot at) implements Edit {
    public Remove {
      if (at.name().isEmpty()) throw new IllegalArgumentException("only what has a name is removed whole");
    }
  }

  /**
   * A place in the configuration.
   *
   * @param name of the block, in a section that has names
   * @param option may be empty for a whole block; {@code a.b} stands in a block {@code a} of its own
   */
  record Spot(Section section, Optional<String> name, String option) {
    public Spot {
      Objects.requireNonNull(option);
      if (section.named() != name.isPresent()) throw new IllegalArgumentException(section + " and " + name);
    }

    public static Spot of(Section section, String option) {
      return new Spot(section, Optional.empty(), option);
    }

    public static Spot of(Section section, String name, String option) {
      return new Spot(section, Optional.of(name), option);
    }

    /** The keys that lead to it, from the root. */
    List<String> path() {
      return Stream.of(Stream.of(section.word()), name.stream(), Stream.of(option.split("\\.")).filter(o -> !o.isEmpty()))
          .flatMap(s -> s).toList();
    }
  }
}
