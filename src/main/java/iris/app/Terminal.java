package iris.app;

import iris.settings.Display;
import iris.signal.Reason;
import iris.words.Lang;
import iris.words.Words;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the user reads: answers go to {@code out}, complaints to {@code err}.
 *
 * @param words in the user's language
 */
record Terminal(PrintStream out, PrintStream err, Words words) {

  /**
   * The terminal of this process, in the wanted language. UTF-8 everywhere but on a Windows console, which says what it wants: under LANG=C Java would print every accent
   * as a question mark.
   */
  static Terminal of(Display.Language wanted) {
    String os = System.getProperty("os.name");
    boolean posix = !os.startsWith("Windows") && !os.startsWith("Mac");
    Lang lang = lang(wanted, System.getenv(), Locale.getDefault(Locale.Category.DISPLAY), posix);
    Words words = Words.of(lang, ZoneId.systemDefault());
    if (os.startsWith("Windows")) return new Terminal(System.out, System.err, words);
    return new Terminal(utf8(FileDescriptor.out), utf8(FileDescriptor.err), words);
  }

  private static PrintStream utf8(FileDescriptor to) {
    return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
  }

  /**
   * The language of a session. French unless somebody asks for English: the C locale asks for nothing, though Java
   * takes it for English.
   */
  static Lang lang(Display.Language wanted, Map<String, String> env, Locale system, boolean posix) {
    return switch (wanted) {
      case FR -> Lang.FR;
      case EN -> Lang.EN;
      case AUTO -> posix ? ofPosix(env) : Lang.of(system);
    };
  }

  private static Lang ofPosix(Map<String, String> env) {
    return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
        .map(name -> env.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .filter(value -> value.startsWith("en"))
        .map(value -> Lang.EN)
        .orElse(Lang.FR);
  }

  /** The same, with the times of another zone: what an operator writes and reads is the time of the agent. */
  Terminal in(ZoneId zone) {
    return new Terminal(out, err, Words.of(words.lang(), zone));
  }

  void say(String text) {
    out.println(text);
  }

  void complain(Reason reason) {
    err.println(words.say("app.complaint", words.say(reason)));
  }
}
