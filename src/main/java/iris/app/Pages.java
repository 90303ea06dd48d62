package iris.app;

import iris.ui.acts.ServicesPage;
import iris.ui.charts.ChartsPage;
import iris.ui.classify.ClassifyPage;
import iris.ui.fallback.FallbackPage;
import iris.ui.ledger.LedgerPage;
import iris.ui.month.MonthPage;
import iris.ui.origin.OriginPage;
import iris.ui.page.Page;
import iris.ui.receipt.WhyPage;
import iris.ui.replay.ReplayPage;
import iris.ui.setup.Bench;
import iris.ui.setup.SetupPage;
import iris.ui.shift.ShiftPage;
import iris.ui.station.alarms.AlarmsPage;
import iris.ui.station.keep.Keepsake;
import iris.ui.story.EpisodePage;
import java.nio.file.Path;
import java.util.List;

/** The pages of the workstation's window, in the order of its rail. */
final class Pages {
  private Pages() {}

  /** @param bench what the page of the settings works with, {@code keepsake} what the window remembers */
  static List<Page.Making> of(Console console, Bench bench, Keepsake keepsake) {
    Past past = console.past();
    Path home = Path.of(System.getProperty("user.home", ""));
    Page.Making settings = (ports, words) -> new SetupPage(ports, words, bench);
    return List.of(
        (ports, words) -> new AlarmsPage(ports, words, keepsake),
        OriginPage::new,
        FallbackPage::new,
        EpisodePage.by(past.archive(), past.reader()),
        ServicesPage::new,
        WhyPage::new,
        (ports, words) -> new ClassifyPage(ports, words, console.hindsight()),
        (ports, words) -> new ShiftPage(ports, words, console.trials(), home),
        settings,
        ChartsPage.by(past.annals(), past.reader(), home),
        MonthPage.by(past.annals(), past.reader()),
        LedgerPage.by(console.books(), past.reader(), home),
        ReplayPage.by(() -> Projector.extent(console.journal()), past.reader()));
  }
}
