package iris.fuzz;

import iris.rss.profile.Items;
import iris.rss.profile.ProfileWriter;
import iris.signal.Body;
import iris.signal.Channel;
import iris.signal.IncidentStep;
import iris.signal.Item;
import iris.signal.Maintenance;
import iris.signal.Note;
import iris.signal.Origin;
import iris.signal.Party;
import iris.signal.Service;
import iris.signal.Severity;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whole documents to begin with: of the profile, made up, and of each foreign dialect, as the tests keep them. */
final class Feeds {
  private static final ProfileWriter WRITER = new ProfileWriter(ZoneId.of("Europe/Paris"));
  private static final Service SIV = new Service("siv", "SIV", List.of(
      new Party("darva", Party.Role.PROVIDER, "DARVA"), new Party("ants", Party.Role.EXTERNAL, "SIV national")));
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  static final List<byte[]> FOREIGN = Stream.of("uptimekuma.rss", "aws.rss", "updates.rss", "betterstack.rss", "prefixes.rss",
      "cstate.rss", "statuspage.atom", "azure.rss", "gcp.atom", "instatus.rss").map(n -> "/iris/rss/foreign/" + n)
      .map(Feeds::resource).toList();

  private Feeds() {}

  static byte[] resource(String name) {
    try (InputStream in = Feeds.class.getResourceAsStream(name)) {
      if (in == null) throw new IllegalStateException("no " + name);
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The profile's words for a service that does what chance wants. */
  static byte[] profile(Dice dice) {
    List<Item> items = new ArrayList<>();
    for (int n = 1 + dice.mostlySmall(30); n > 0; n--) items.add(item(n, dice));
    return write(NOON, items);
  }

  static byte[] write(Instant built, List<Item> items) {
    return WRITER.write(new Channel("SIV : état", Optional.empty(), "Signalement", "fr", "iris", Optional.of(built), 5,
        Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.of(new Channel.Agent("a", "1.0", Duration.ofMinutes(5), Optional.of(NOON.minusSeconds(9_000))))),
        List.of(SIV), items);
  }

  private static Item item(int n, Dice dice) {
    Instant from = NOON.minusSeconds(300L * n);
    Body body = switch (dice.below(6)) {
      case 0 -> new Maintenance("m-" + n, "siv", dice.pick(List.of(Maintenance.State.values())), from, from.plusSeconds(900));
      case 1 -> Note.NOTE;
      case 2 -> step("i-" + dice.below(3), 1 + dice.below(4), dice.pick(List.of(IncidentStep.State.values())), from);
      default -> window(from, 1 + dice.below(2_000), dice.pick(List.of(Verdict.UP, Verdict.DEGRADED, Verdict.DOWN, Verdict.UNKNOWN)));
    };
    return Items.of("urn:iris:siv:" + n, "SIV indisponible <&> " + n, "Le texte & ]]> " + n, from.plusSeconds(304), body);
  }

  static Window window(Instant from, long total, Verdict state) {
    long failed = state == Verdict.DOWN ? total : total / 300;
    return new Window("siv", from, from.plusSeconds(300), state, total, failed,
        failed == 0 ? Map.of() : Map.of(Origin.EXTERNAL, failed), new Timing(512, 470, 980, 1_900, 4_200),
        List.of(new Window.Response("ants", new Timing(350, 310, 720, 1_500, 3_900))),
        List.of(new Window.Histogram("transactionTime", "", "hdrhistogram-v2-deflate-base64", "HISTFAAA")));
  }

  static IncidentStep step(String id, int sequence, IncidentStep.State state, Instant since) {
    return new IncidentStep(id, "siv", sequence, state, Severity.OUTAGE, Origin.EXTERNAL, Optional.of("ants"), since,
        state == IncidentStep.State.CLOSED ? Optional.of(since.plusSeconds(60)) : Optional.empty(), "délai dépassé");
  }
}
