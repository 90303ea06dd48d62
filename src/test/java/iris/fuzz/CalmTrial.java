package iris.fuzz;

import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.Rules;
import iris.rss.ReadOptions;
import iris.rss.Reading;
import iris.rss.Rss;
import iris.rss.profile.Items;
import iris.signal.Contact;
import iris.signal.IncidentStep;
import iris.signal.Item;
import iris.signal.Reason;
import iris.signal.Report;
import iris.signal.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service is down, announced and by its figures. Five minutes later comes its next document, with words struck from it
 * or made meaningless: nothing that is missing, and nothing that means nothing, is the end of an outage.
 */
record CalmTrial() implements Trial {
  private static final ReadOptions OPTIONS = ReadOptions.of("siv", "SIV");
  private static final AlarmKey OUTAGE = new AlarmKey(AlarmKey.Kind.OUTAGE, "siv");
  private static final Now NOW = new Now(Feeds.NOON.plusSeconds(10), Duration.ofHours(1));
  /** None of these says anything good of a window or an incident. */
  private static final List<String> MEANINGLESS = List.of("", " ", "x", "dowm", "-1", "1.5", "é", "99999999999999999999", "?");
  private static final Board DOWN = down();

  @Override
  public String name() {
    return "calm";
  }

  private static byte[] document(Instant end) {
    List<Item> items = new ArrayList<>();
    Instant began = Feeds.NOON.minusSeconds(900);
    items.add(Items.of("urn:iris:siv:incident:i:1", "SIV indisponible", "panne", began.plusSeconds(60),
        Feeds.step("i", 1, IncidentStep.State.OPEN, began)));
    for (Instant from = end.minusSeconds(300); !from.isBefore(Feeds.NOON.minusSeconds(2_400)); from = from.minusSeconds(300))
      items.add(Items.of("urn:iris:siv:window:" + from, "SIV", "texte", from.plusSeconds(304),
          Feeds.window(from, 1_000, from.isBefore(began) ? Verdict.UP : Verdict.DOWN)));
    return Feeds.write(end.plusSeconds(4), items);
  }

  private static Board down() {
    Rules rules = new Rules(List.of(new Rules.FeedRules("siv", "SIV", Optional.empty(), Duration.ofMinutes(1))), Map.of());
    Board board = hear(Board.first(rules, NOW), document(Feeds.NOON), NOW);
    // Awake all the while: what it hears next is neither late nor a surprise.
    for (int s = 20; s < 600; s += 20)
      board = board.after(new Input.Heard(new Report.Unchanged("siv", Contact.NOTHING_KNOWN)),
          NOW.plus(Duration.ofSeconds(s))).board();
    if (!active(board)) throw new IllegalStateException("not down: " + board.alarms());
    return board;
  }

  private static Board hear(Board board, byte[] document, Now now) {
    Report report = switch (Rss.read(document, OPTIONS)) {
      case Reading.Read(var bulletin) -> new Report.Published("siv", bulletin, Contact.NOTHING_KNOWN, false);
      case Reading.Garbled(int line, Reason why) -> new Report.Unreadable("siv", why, Contact.NOTHING_KNOWN);
    };
    return board.after(new Input.Heard(report), now).board();
  }

  private static boolean active(Board board) {
    return Optional.ofNullable(board.alarms().get(OUTAGE)).filter(a -> a.state().active()).isPresent();
  }

  @Override
  public byte[] make(Dice dice) {
    List<String> tokens = Markup.tokens(new String(document(Feeds.NOON.plusSeconds(600)), StandardCharsets.ISO_8859_1));
    for (int times = 1 + dice.mostlySmall(8); times > 0; times--) {
      int at = dice.below(tokens.size());
      if (dice.once(4)) tokens.subList(at, Math.min(tokens.size(), at + 1 + dice.mostlySmall(12))).clear();
      else attribute(tokens, at, dice);
      if (tokens.isEmpty()) break;
    }
    return String.join("", tokens).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void attribute(List<String> tokens, int at, Dice dice) {
    for (int i = at; i < tokens.size(); i++) {
      String tag = tokens.get(i);
      List<Integer> starts = new ArrayList<>();
      for (int from = tag.indexOf("=\""); from >= 0; from = tag.indexOf("=\"", from + 2)) starts.add(from + 2);
      if (!tag.startsWith("<iris:") || starts.isEmpty()) continue;
      int start = dice.pick(starts);
      int name = tag.lastIndexOf(' ', start);
      int end = tag.indexOf('"', start);
      tokens.set(i, dice.once(3) ? tag.substring(0, name) + tag.substring(end + 1)
          : tag.substring(0, start) + new String(dice.pick(MEANINGLESS).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
              + tag.substring(end));
      return;
    }
  }

  @Override
  public Optional<String> judge(byte[] input) {
    Board board = hear(DOWN, input, NOW.plus(Duration.ofMinutes(10)));
    board = hear(board, input, NOW.plus(Duration.ofMinutes(10).plusSeconds(20)));
    return active(board) ? Optional.empty() : Optional.of("the outage ended: " + board.alarms().get(OUTAGE));
  }
}
