package iris.app;

import iris.ui.acts.ServicesPage;
import iris.ui.origin.OriginPage;
import iris.ui.page.Page;
import iris.ui.receipt.WhyPage;
import iris.ui.station.alarms.AlarmsPage;
import java.util.List;

/** The pages of the workstation's window, in the order of its rail. */
final class Pages {
  private Pages() {}

  static List<Page.Making> of() {
    return List.of(
        AlarmsPage::new,
        OriginPage::new,
        ServicesPage::new,
        WhyPage::new);
  }
}
