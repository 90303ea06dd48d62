package iris.app;

import iris.history.JournalAnnals;
import iris.history.Profile;
import iris.history.story.Unreadable;
import iris.history.years.Annals;
import iris.report.Press;
import iris.report.Statement;
import iris.report.Term;
import iris.report.Unanswerable;
import iris.report.due.Binder.Written;
import iris.report.paper.Folder;
import iris.report.reckon.Books;
import iris.settings.Display;
import iris.settings.Problem;
import iris.settings.Reading;
import iris.settings.Settings;
import iris.signal.Reason;
import iris.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** {@code iris report}: out of the journal of this profile, whether or not a console writes it. */
final class Reporting {
  private Reporting() {}

  static int run(Order.Report order, Terminal terminal) {
    return switch (Commands.files(order.common()).read()) {
      case Reading.Bad(List<Problem> problems) -> CheckConfig.refuse(problems, terminal);
      case Reading.Good(Settings settings) -> run(order, settings, Commands.places().state(), Instant.now(), terminal);
    };
  }

  /** @param state folder of the journal */
  static int run(Order.Report order, Settings settings, Path state, Instant now, Terminal terminal) {
    LocalDate today = LocalDate.ofInstant(now, terminal.words().figures().zone());
    Term term = Term.of(order.period(), today).orElseThrow();
    if (!Files.exists(Profile.store(state))) {
      terminal.complain(Reason.of("app.report.no-history", state));
      return Main.MISUSED;
    }
    try (Annals annals = new JournalAnnals(state)) {
      Statement statement = books(annals, settings, terminal).statement(order.services(), term, now);
      Path file = order.out().toAbsolutePath();
      if (file.getParent() != null) Files.createDirectories(file.getParent());
      Folder.place(Press.print(statement, order.format(), paper(order.common(), settings, terminal.words())), file);
      terminal.say(terminal.words().say("app.report.written", file, term.said(terminal.words()), statement.services().size()));
      return 0;
    } catch (Unanswerable e) {
      terminal.complain(e.why());
      return Main.MISUSED;
    } catch (Unreadable e) {
      terminal.complain(e.why());
      return Main.FAILED;
    } catch (IOException e) {
      terminal.complain(Reason.of("app.report.unwritable", order.out(), e.getMessage()));
      return Main.FAILED;
    }
  }

  /** In which language it is printed: as ordered, else as the settings have it for the windows, else as the terminal's. */
  static Words paper(Order.Common order, Settings settings, Words terminal) {
    if (order.language().isPresent() || settings.display().language() == Display.Language.AUTO) return terminal;
    return Words.of(Following.words(settings).lang(), terminal.figures().zone());
  }

  static int due(Order.DueReport order, Terminal terminal) {
    return switch (Commands.files(order.common()).read()) {
      case Reading.Bad(List<Problem> problems) -> CheckConfig.refuse(problems, terminal);
      case Reading.Good(Settings settings) when settings.reports().isEmpty() -> {
        terminal.complain(Reason.of("app.report.not-wanted"));
        yield Main.MISUSED;
      }
      case Reading.Good(Settings settings) -> due(settings, Commands.places().state(), Instant.now(), terminal);
    };
  }

  /** @param state folder of the journal */
  static int due(Settings settings, Path state, Instant now, Terminal terminal) {
    ZoneId zone = terminal.words().figures().zone();
    Written written = Monthly.write(settings.reports().orElseThrow(), new Promised(() -> settings, zone, Optional::empty), state,
        zone, now);
    switch (written) {
      case Written.These(Term month, List<Path> files) when files.isEmpty() ->
          terminal.say(terminal.words().say("app.report.month", month.said(terminal.words())));
      case Written.These(Term month, List<Path> files) ->
          files.forEach(file -> terminal.say(terminal.words().say("app.report.due", file)));
      case Written.Nothing(Term month) ->
          terminal.say(terminal.words().say("app.report.nothing", month.said(terminal.words())));
      case Written.Elsewhere elsewhere -> terminal.say(terminal.words().say("app.report.elsewhere"));
      case Written.Not(Reason why) -> {
        terminal.complain(why);
        return Main.FAILED;
      }
    }
    return 0;
  }

  /** Which feed tells of a service is known to the console alone. */
  static Books books(Annals annals, Settings settings, Terminal terminal) {
    return new Books(annals, new Promised(() -> settings, terminal.words().figures().zone(), Optional::empty));
  }
}
