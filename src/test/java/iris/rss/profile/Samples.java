package iris.rss.profile;

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
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Documents of the profile, made up: usual ones, odd ones, large ones. */
public final class Samples {
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  static final Service SIV = new Service("siv", "SIV", List.of(
      new Party("darva", Party.Role.PROVIDER, "DARVA"), new Party("ants", Party.Role.EXTERNAL, "SIV national")));

  private Samples() {}

  static Channel channel() {
    return new Channel("SIV : état du service", Optional.of(URI.create("https://example.org/siv")),
        "Disponibilité & temps de réponse", "fr", "iris-agent 1.0", Optional.of(NOON.plusSeconds(4)), 5,
        Optional.of(URI.create("https://example.org/siv.rss")), Optional.of(URI.create("siv-2026-11-21.rss")),
        Optional.of(URI.create("https://example.org/siv/events")),
        Optional.of(new Channel.Agent(
            "darva-siv-1", "1.0", Duration.ofMinutes(5), Optional.of(NOON.minusSeconds(21_600)))));
  }

  /** The head of a day that is over. */
  static Channel archive() {
    Channel c = channel();
    return new Channel(c.title(), c.link(), c.description(), c.language(), c.generator(), c.built(), c.ttlMinutes(),
        Optional.of(URI.create("https://example.org/siv-2026-11-21.rss")), c.previous(), Optional.empty(), c.agent(),
        new Channel.Place(true, c.self(), Optional.of(URI.create("siv-2026-11-22.rss"))));
  }

  static Item window(int n, Window window) {
    return Items.of("urn:iris:siv:window:" + window.from(),
        "SIV : 1 248 transactions, réponse 350 ms, transaction " + n + " ms, disponibilité 99,68 %",
        "Entre 15 h 05 et 15 h 10, le SIV a traité 1 248 transactions, dont 4 en échec (1 prestataire, 3 service externe)."
            + "\nTemps de réponse moyen 350 ms, temps de transaction moyen 512 ms, 95 % sous 980 ms.",
        window.to().plusSeconds(4), window);
  }

  static Window usual(Instant from, Random random) {
    long mean = 400 + random.nextInt(200);
    Timing transaction = new Timing(mean, mean - 40, mean * 2, mean * 4, mean * 8);
    Timing response = new Timing(mean - 160, mean - 200, mean, mean * 3, mean * 7);
    return new Window("siv", from, from.plusSeconds(300), Verdict.UP, 1_000 + random.nextInt(500), 4,
        Map.of(Origin.PROVIDER, 1L, Origin.EXTERNAL, 3L), transaction, List.of(new Window.Response("ants", response)),
        List.of());
  }

  static Window histogram(Window w, Random random) {
    byte[] data = new byte[300];
    random.nextBytes(data);
    return new Window(w.service(), w.from(), w.to(), w.state(), w.total(), w.failed(), w.failures(), w.transaction(),
        w.responses(), List.of(new Window.Histogram("transactionTime", "", "hdrhistogram-v2-deflate-base64",
            "HISTFAAA" + Base64.getEncoder().encodeToString(data))));
  }

  /** All kinds of items, and odd values in each. */
  static List<Item> allKinds() {
    Random random = new Random(7);
    List<Item> items = new ArrayList<>();
    items.add(window(1, usual(NOON, random)));
    items.add(window(2, histogram(usual(NOON.minusSeconds(300), random), random)));
    items.add(window(3, new Window("siv", NOON.minusSeconds(600), NOON.minusSeconds(300), Verdict.DOWN, 0, 0, Map.of(),
        Timing.NONE, List.of(), List.of())));
    items.add(window(4, new Window("siv", NOON.minusSeconds(900), NOON.minusSeconds(600).plusNanos(1), Verdict.UNKNOWN,
        999_999_999_999_999_999L, 10,
        Map.of(Origin.PROVIDER, 1L, Origin.EXTERNAL, 2L, Origin.NETWORK, 3L, Origin.UNKNOWN, 4L),
        new Timing(-1, 0, -1, 7, -1), List.of(new Window.Response("ants", Timing.NONE)), List.of())));
    items.add(window(5, new Window("autre <&> \"service\"", NOON, NOON.plusSeconds(60), Verdict.DEGRADED, 3, 3,
        Map.of(Origin.NETWORK, 1L), Timing.NONE, List.of(), List.of())));
    items.addAll(incident());
    items.add(Items.of("urn:iris:siv:maintenance:m-7:1", "Maintenance ]]> du SIV", "", NOON,
        new Maintenance("m-7", "siv", Maintenance.State.PLANNED, NOON.plusSeconds(86_400), NOON.plusSeconds(90_000))));
    items.add(Items.of("urn:iris:siv:maintenance:m-6:2", "Maintenance faite", "", NOON.minusSeconds(9),
        new Maintenance("m-6", "siv", Maintenance.State.DONE, NOON.minusSeconds(4_000), NOON.minusSeconds(400))));
    items.add(Items.of("urn:iris:siv:notice:1", "Avis : 日本語 😀 l’été",
        "<p>Texte &amp; <b>balises</b></p>\n\nfin", NOON, Note.NOTE));
    return items;
  }

  static List<Item> incident() {
    Instant since = Instant.parse("2026-11-22T11:12:20Z");
    return List.of(
        step("20261122T1112Z-1", 3, IncidentStep.State.CLOSED, since, Optional.of(since.plusSeconds(900)), "Rétabli"),
        step("20261122T1112Z-1", 2, IncidentStep.State.UPDATE, since, Optional.empty(), ""),
        step("20261122T1112Z-1", 1, IncidentStep.State.OPEN, since, Optional.empty(), "Délai de 30 s dépassé\nsur l'appel"),
        step("20261122T1150Z-2", 1, IncidentStep.State.OPEN, since.plusSeconds(2_000), Optional.empty(), "Ça recommence"));
  }

  static Item step(
      String id, int sequence, IncidentStep.State state, Instant since, Optional<Instant> until, String cause) {
    return Items.of("urn:iris:siv:incident:" + id + ":" + sequence, "SIV indisponible, étape " + sequence,
        "Origine : service externe", since.plusSeconds(sequence * 60L), new IncidentStep(id, "siv", sequence, state,
            Severity.OUTAGE, Origin.EXTERNAL, Optional.of("ants"), since, until, cause));
  }

  static byte[] write(List<Item> items) {
    return new ProfileWriter(ZoneId.of("Europe/Paris")).write(channel(), List.of(SIV), items);
  }

  /** A document of about this many bytes: windows of five minutes, newest first, and a few incidents. */
  public static byte[] large(int bytes) {
    Random random = new Random(1);
    List<Item> items = new ArrayList<>(incident());
    int each = write(List.of(window(1, usual(NOON, random)))).length - write(List.of()).length;
    for (int i = 0; i < bytes / each; i++) items.add(window(i, usual(NOON.minusSeconds(300L * i), random)));
    return write(items);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A document around items written by hand; the first item stands on line 4. */
  static byte[] around(String items) {
    return utf8("""
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:iris="urn:iris:signal:1"><channel><title>T</title><link>https://example.org/</link>
        <iris:agent id="a" version="1" period="PT5M"/><iris:service id="siv" name="SIV"/>
        """ + items + "\n</channel></rss>\n");
  }
}
