package iris.relay;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** What stands behind a parameter of a target, understood. */
public sealed interface Value {
  record Text(String text) implements Value {
    public Text {
      Objects.requireNonNull(text);
    }
  }

  /** {@code env:NAME} or {@code file:PATH}; never the secret itself. */
  record Secret(String place) implements Value {
    public Secret {
      if (place.isBlank()) throw new IllegalArgumentException("a secret is kept somewhere");
    }
  }

  record File(Path path) implements Value {
    public File {
      Objects.requireNonNull(path);
    }
  }

  record Link(URI uri) implements Value {
    public Link {
      Objects.requireNonNull(uri);
    }
  }

  record Lines(List<String> lines) implements Value {
    public Lines {
      lines = List.copyOf(lines);
    }
  }

  record Span(Duration span) implements Value {
    public Span {
      Objects.requireNonNull(span);
    }
  }

  record Whole(int figure) implements Value {}

  record Flag(boolean set) implements Value {}
}
