package iris.ui.station;

import iris.ui.alert.Standing;
import iris.ui.desk.DeskModel;
import iris.ui.page.Seen;
import iris.ui.wall.WallModel;
import iris.words.Words;
import java.util.List;
import java.util.Objects;

/**
 * What stands around the page, as a value.
 *
 * @param desk header and banner, the same that the window of the tiles shows
 * @param lines what is so and needs no acknowledgement, yet must not be forgotten: a fallback that runs
 */
record StationModel(DeskModel desk, List<Standing.Line> lines) {
  StationModel {
    Objects.requireNonNull(desk);
    lines = List.copyOf(lines);
  }

  /** The same with this sentence where nobody vouches for the board. */
  StationModel saying(String sentence) {
    return new StationModel(desk.saying(sentence), lines);
  }

  static StationModel of(Seen seen, Words words) {
    DeskModel desk = DeskModel.of(seen.board(), WallModel.EMPTY, seen.log(), List.of(), seen.now(), words);
    return new StationModel(desk, Standing.of(seen.board(), seen.now(), words));
  }
}
