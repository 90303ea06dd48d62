package iris.fuzz;

import java.util.ArrayList;
import java.util.List;

/** All promises that are tried. */
final class Trials {
  private Trials() {}

  /** @param more documents to begin with, besides those that the tests keep */
  static List<Trial> all(List<byte[]> more) {
    List<byte[]> seeds = new ArrayList<>(Feeds.FOREIGN);
    seeds.add(Feeds.resource("/iris/app/check/profile.rss"));
    seeds.addAll(more);
    List<Trial> all = new ArrayList<>(List.of(new FeedTrial(seeds), new CalmTrial()));
    for (SettingsTrial.File file : SettingsTrial.File.values()) all.add(new SettingsTrial(file));
    return all;
  }
}
