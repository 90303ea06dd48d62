package iris.settings.agent;

import iris.words.Lang;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The commented model of the agent's file. Written by hand, since a block is explained as a whole; a test reads it. */
public final class AgentExample {
  private AgentExample() {}

  public static String text(Lang lang) {
    String name = "example_" + lang.name().toLowerCase(Locale.ROOT) + ".yaml";
    try (InputStream in = AgentExample.class.getResourceAsStream(name)) {
      if (in == null) throw new IllegalStateException("the program is damaged: no " + name);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
