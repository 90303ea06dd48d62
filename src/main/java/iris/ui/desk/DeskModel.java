package iris.ui.desk;

import iris.alarm.Board;
import iris.alarm.Now;
import iris.alarm.Overview;
import iris.ui.alert.Banner;
import iris.ui.alert.Played;
import iris.ui.wall.WallModel;
import iris.words.Words;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The whole window as a value: derived, and thrown away at every showing.
 *
 * @param blind the sentence that covers the tiles when the board itself is old; empty while it lives
 * @param played the sentence that stands across the window while an exercise runs
 */
public record DeskModel(
    HeaderModel header, Banner banner, List<AlarmRow> active, List<MutedRow> muted, List<EventLine> events,
    Optional<String> blind, Optional<String> played) {

  public DeskModel {
    Objects.requireNonNull(header);
    Objects.requireNonNull(banner);
    active = List.copyOf(active);
    muted = List.copyOf(muted);
    events = List.copyOf(events);
    Objects.requireNonNull(blind);
    Objects.requireNonNull(played);
  }

  /** {@code lines}: those of the log, which are dear to say and change seldom. */
  public static DeskModel of(Board board, WallModel wall, EventLog log, List<EventLine> lines, Now now, Words words) {
    Optional<String> blind = blind(board, now, words);
    HeaderModel header = HeaderModel.of(board, wall, now, words);
    Banner banner = Banner.of(board, log.returns(), now, words);
    return new DeskModel(
        blind.isPresent() ? header.blind(words) : header,
        blind.isPresent() ? banner.blind(words) : banner,
        AlarmRow.active(board, now, words),
        MutedRow.of(board, now, words),
        lines,
        blind,
        Played.of(board, now, words));
  }

  /** The same with this sentence where nobody vouches for the board. */
  public DeskModel saying(String sentence) {
    if (blind.isEmpty()) return this;
    return new DeskModel(header, new Banner(banner.tone(), banner.alarm(), sentence, ""), active, muted, events,
        Optional.of(sentence), played);
  }

  private static Optional<String> blind(Board board, Now now, Words words) {
    if (!Overview.abandoned(board, now)) return Optional.empty();
    Duration age = now.mono().minus(board.at().mono());
    return Optional.of(words.say("ui.desk.blind", words.figures().clock(board.at().wall()), words.figures().age(age)));
  }
}
