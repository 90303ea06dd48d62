package iris.app;

import iris.ui.acts.ServicesPage;
import iris.ui.origin.OriginPage;
import iris.ui.page.Page;
import iris.ui.receipt.WhyPage;
import iris.ui.station.alarms.AlarmsPage;
import iris.ui.story.EpisodePage;
import java.util.List;

/** The pages of the workstation's window, in the order of its rail. */
final class Pages {
  private Pages() {}

  static List<Page.Making> of(Past past) {
    return List.of(
        AlarmsPage::new,
        OriginPage::new,
        EpisodePage.by(past.archive(), past.reader()),
        ServicesPage::new,
        WhyPage::new);
  }
}
