package iris.app;

import iris.history.keep.Backup;
import iris.history.keep.Export;
import iris.history.keep.Import;
import iris.history.keep.Restore;
import iris.history.keep.Unkept;
import iris.history.keep.Verification;
import iris.signal.Reason;
import iris.words.Words;
import java.nio.file.Path;
import java.time.Instant;

/** {@code iris history}: what is kept, saved, brought back, counted again, written out and read in. No display. */
final class Keeping {
  /** Exit code of what was refused, and of a store that is not well. */
  private static final int NOT_DONE = 1;

  private final Path folder;
  private final Terminal terminal;

  private Keeping(Path folder, Terminal terminal) {
    this.folder = folder;
    this.terminal = terminal;
  }

  static int run(Order.History order, Terminal terminal) {
    try {
      return new Keeping(Commands.places().state(), terminal).run(order.errand(), Instant.now());
    } catch (Unkept e) {
      terminal.complain(e.why());
      e.more().forEach(terminal::complain);
      return NOT_DONE;
    }
  }

  private int run(Order.History.Errand errand, Instant now) throws Unkept {
    return switch (errand) {
      case Order.History.Backup(Path to) -> {
        Backup made = Backup.of(folder, to, now);
        say("app.history.saved", made.file(), made.bytes() >> 20);
        yield 0;
      }
      case Order.History.Restore(Path from) -> {
        Restore done = Restore.of(folder, from, now);
        say("app.history.restored", from, done.store());
        done.aside().ifPresent(aside -> say("app.history.aside", aside));
        yield 0;
      }
      case Order.History.Verify() -> verify(Verification.of(folder));
      case Order.History.Export(var what, var form, Path out) -> {
        Export done = Export.of(folder, what, form, out);
        say("app.history.exported", done.rows(), done.file());
        if (done.unreadable() > 0) terminal.complain(Reason.of("app.history.unreadable", done.unreadable()));
        yield done.unreadable() == 0 ? 0 : NOT_DONE;
      }
      case Order.History.Import(Path from) -> take(Import.of(folder, from, now));
    };
  }

  private int verify(Verification found) {
    for (Verification.Holding h : found.holdings()) {
      if (h.count() == 0) say("app.history.holds-none", h.what());
      else if (h.from().isEmpty() || h.to().isEmpty()) say("app.history.holds", h.what(), h.count());
      else say("app.history.holds-span", h.what(), h.count(), stamp(h.from().get()), stamp(h.to().get()));
    }
    found.complaints().forEach(terminal::complain);
    if (!found.well()) return NOT_DONE;
    say(found.counted() ? "app.history.well" : "app.history.well-older");
    return 0;
  }

  private int take(Import done) {
    for (Import.Complaint c : done.first())
      terminal.err().println(words().say("app.history.line", c.line(), words().say(c.why())));
    if (done.refused() > done.first().size())
      terminal.err().println(words().say("app.history.lines-more", done.refused() - done.first().size()));
    say("app.history.imported", done.fresh(), done.same(), done.refused());
    return done.refused() == 0 ? 0 : NOT_DONE;
  }

  private String stamp(Instant at) {
    return words().figures().stamp(at);
  }

  private Words words() {
    return terminal.words();
  }

  private void say(String key, Object... args) {
    terminal.say(words().say(key, args));
  }
}
