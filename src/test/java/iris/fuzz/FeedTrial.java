package iris.fuzz;

import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.Rules;
import iris.alarm.Shown;
import iris.rss.ReadOptions;
import iris.rss.Reading;
import iris.rss.Rss;
import iris.rss.profile.Profile;
import iris.signal.Bulletin;
import iris.signal.Contact;
import iris.signal.Finding;
import iris.signal.Reason;
import iris.signal.Report;
import iris.signal.Verdict;
import iris.words.Lang;
import iris.words.Words;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whatever bytes a source sends: a reading comes of them, with words for all that is odd; what a second parser calls no
 * XML is not taken for the profile; a board takes the reading, and is green only by a good window.
 */
record FeedTrial(List<byte[]> seeds) implements Trial {
  private static final ReadOptions OPTIONS = ReadOptions.of("siv", "SIV");
  private static final Now NOW = new Now(Feeds.NOON.plusSeconds(10), Duration.ofHours(1));
  private static final Rules RULES = new Rules(
      List.of(new Rules.FeedRules("siv", "SIV", Optional.empty(), Duration.ofMinutes(1))), Map.of());
  private static final List<Words> LANGUAGES = List.of(
      Words.of(Lang.FR, ZoneId.of("Europe/Paris")), Words.of(Lang.EN, ZoneId.of("Europe/Paris")));

  @Override
  public String name() {
    return "feed";
  }

  @Override
  public byte[] make(Dice dice) {
    byte[] whole = dice.once(2) ? Feeds.profile(dice) : dice.pick(seeds);
    return switch (dice.below(3)) {
      case 0 -> Bytes.damage(whole, dice, seeds);
      case 1 -> Markup.damage(whole, dice, seeds);
      default -> Bytes.damage(Markup.damage(whole, dice, seeds), dice, seeds);
    };
  }

  @Override
  public Optional<String> judge(byte[] input) {
    Reading reading = Rss.read(input, OPTIONS);
    if (reading instanceof Reading.Garbled(int line, Reason why)) {
      // It caught what should never have been thrown: a whole document is lost for one odd value in it.
      if (why.key().equals("rss.reader-gave-up")) return Optional.of("gave up: " + why.args());
      return unsaid(why).or(() -> board(new Report.Unreadable("siv", why, Contact.NOTHING_KNOWN), false));
    }
    Bulletin bulletin = ((Reading.Read) reading).bulletin();
    if (Profile.spokenIn(input, OPTIONS)) {
      Optional<String> ill = Oracle.illFormed(input);
      if (ill.isPresent()) return Optional.of("read as the profile, and another parser says: " + ill.get());
    }
    for (Finding finding : bulletin.findings()) {
      Optional<String> unsaid = unsaid(finding.reason());
      if (unsaid.isPresent()) return unsaid;
    }
    boolean good = bulletin.windows().anyMatch(w -> w.state() == Verdict.UP) || !bulletin.windows().findAny().isPresent();
    return board(new Report.Published("siv", bulletin, Contact.NOTHING_KNOWN, false), good);
  }

  private static Optional<String> unsaid(Reason why) {
    for (Words words : LANGUAGES) {
      if (!words.knows(why.key())) return Optional.of("no " + words.lang() + " words for " + why.key());
      if (words.say(why).isBlank()) return Optional.of("nothing said for " + why);
    }
    return Optional.empty();
  }

  private static Optional<String> board(Report report, boolean mayBeUp) {
    Board board = Board.first(RULES, NOW).after(new Input.Heard(report), NOW).board();
    Board later = board.after(new Input.Tick(), NOW.plus(Duration.ofSeconds(10))).board();
    boolean up = later.services().values().stream().anyMatch(s -> s.shown() == Shown.UP);
    return up && !mayBeUp ? Optional.of("green by " + report) : Optional.empty();
  }
}
