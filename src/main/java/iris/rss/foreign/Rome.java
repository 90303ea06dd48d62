package iris.rss.foreign;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import iris.rss.ReadOptions;
import iris.rss.Vocabulary;
import iris.signal.Reason;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.JDOMParseException;
import org.jdom2.input.SAXBuilder;
import org.jdom2.located.LocatedJDOMFactory;

/**
 * The door to ROME. ROME gets a tree that our own guarded parser built, for three reasons: its healer reads one
 * character at a time, it forgets the lines, and it forgets the dates' texts (of 32 January it makes 1 February).
 */
final class Rome {
  private final ReadOptions options;

  Rome(ReadOptions options) {
    this.options = options;
  }

  /** A document that is none of ours, with the line and the sentence. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;
    private final int line;
    private final transient Reason reason;

    Unreadable(int line, Reason reason) {
      super(reason.key());
      this.line = Math.max(0, line);
      this.reason = reason;
    }

    int line() {
      return line;
    }

    Reason reason() {
      return reason;
    }
  }

  /** @param lines to add to every line, for what was cut off in front */
  Sheet read(String xml, int lines) throws Unreadable {
    // Again: what was healed, or decoded in another way than by the profile's parser, may have names that it has not.
    if (Vocabulary.isVast(xml)) throw new Unreadable(0, Reason.of("rss.too-many-names", Vocabulary.MOST));
    Document tree = tree(xml, lines);
    try {
      Pruning.mend(tree.getRootElement());
      Margin margin = Margin.cut(tree.getRootElement(), lines);
      WireFeed feed = new WireFeedInput(false, Locale.ROOT).build(tree);
      return new Union(margin, options.limits()).of(feed);
    } catch (FeedException | RuntimeException e) {
      // ROME throws IllegalArgument, NumberFormat and JDOM's IllegalName at what it does not like.
      throw new Unreadable(lines + Pruning.line(tree.getRootElement()), Reason.of("rss.not-a-feed"));
    }
  }

  private Document tree(String xml, int lines) throws Unreadable {
    try {
      SAXBuilder builder = new SAXBuilder(new Guard(options.limits()), null, new LocatedJDOMFactory());
      builder.setExpandEntities(true);
      return builder.build(new StringReader(xml));
    } catch (JDOMParseException e) {
      if (e.getCause() instanceof Guard.TooMuch much) throw new Unreadable(lines + much.line(), much.reason());
      throw new Unreadable(lines + e.getLineNumber(), ill(xml));
    } catch (JDOMException e) {
      if (e.getCause() instanceof Guard.TooMuch much) throw new Unreadable(lines + much.line(), much.reason());
      throw new Unreadable(lines, Reason.of("rss.foreign.ill-formed"));
    } catch (RuntimeException e) {
      // The tree's own checks, of names and addresses that the parser let pass.
      throw new Unreadable(lines, Reason.of("rss.foreign.ill-formed"));
    } catch (IOException e) {
      throw new Unreadable(lines, Reason.of("rss.reader-gave-up", e.getClass().getSimpleName()));
    }
  }

  private static Reason ill(String xml) {
    String head = xml.substring(0, Math.min(xml.length(), 1024)).toLowerCase(Locale.ROOT);
    if (head.contains("<html") || head.contains("<!doctype html")) return Reason.of("rss.foreign.web-page");
    if (!xml.startsWith("<")) return Reason.of("rss.not-a-feed");
    if (head.contains("<!doctype")) return Reason.of("rss.doctype");
    return Reason.of("rss.foreign.ill-formed");
  }
}
