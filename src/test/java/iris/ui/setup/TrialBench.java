package iris.ui.setup;

import iris.alarm.Rules;
import iris.notify.Pattern;
import iris.settings.ConfigFiles;
import iris.settings.Problem;
import iris.settings.Reading;
import iris.settings.edit.Draft;
import iris.settings.edit.Edit;
import iris.settings.edit.Papers;
import iris.settings.edit.Saved;
import iris.settings.edit.Writer;
import iris.signal.Bulletin;
import iris.signal.Channel;
import iris.signal.Contact;
import iris.signal.Dialect;
import iris.signal.Finding;
import iris.signal.Item;
import iris.signal.Party;
import iris.signal.Reason;
import iris.signal.Service;
import iris.signal.Timing;
import iris.signal.Verdict;
import iris.signal.Window;
import iris.ui.desk.Boards;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/** Real files, and a feed that says what the test wants, at once or when it lets it. */
final class TrialBench implements Bench {
  final ConfigFiles files;
  final List<List<Edit>> tasted = new CopyOnWriteArrayList<>();
  final List<String> played = new CopyOnWriteArrayList<>();
  final List<Consumer<Tasted>> waiting = new CopyOnWriteArrayList<>();
  volatile Function<Rules, Tasted> says = rules -> new Tasted.Understood(bulletin(), contact(), rules);
  volatile boolean slow;
  volatile int cancelled;
  volatile Optional<String> copied = Optional.empty();

  TrialBench(Path main) {
    files = new ConfigFiles(main, false);
  }

  @Override
  public void look(Consumer<Papers> answer) {
    answer.accept(Papers.of(files));
  }

  @Override
  public Runnable taste(Papers papers, List<Edit> edits, String feed, Consumer<Tasted> answer) {
    tasted.add(edits);
    if (slow) waiting.add(answer);
    else answer.accept(switch (Draft.trial(papers, edits)) {
      case Reading.Bad bad -> new Tasted.Unfit(bad.problems());
      case Reading.Good good -> says.apply(good.settings().rules());
    });
    return () -> cancelled++;
  }

  @Override
  public void save(Papers papers, List<Edit> edits, Consumer<Answer> answer) {
    answer.accept(switch (Draft.of(papers, edits)) {
      case Draft.Refused refused -> new Answer.Refused(Papers.of(files), refused.problems());
      case Draft.Ready ready -> written(ready);
    });
  }

  @Override
  public void undo(Draft.Ready back, Consumer<Answer> answer) {
    answer.accept(written(back));
  }

  private Answer written(Draft.Ready ready) {
    return switch (Writer.write(ready)) {
      case Saved.Done done -> new Answer.Kept(Papers.of(files), done.back());
      case Saved.Refused refused ->
          new Answer.Refused(Papers.of(files), List.of(new Problem("", 0, "", refused.why())));
    };
  }

  @Override
  public void play(Pattern pattern, int volume) {
    played.add(pattern + " " + volume);
  }

  @Override
  public Optional<String> copied() {
    return copied;
  }

  static Contact contact() {
    return new Contact(Duration.ofMillis(184), Optional.empty(), OptionalInt.of(41), Optional.empty(), 48_213);
  }

  /** A day of two services, the second slow for an hour. */
  static Bulletin bulletin() {
    List<Item> items = new ArrayList<>();
    Instant end = Instant.parse("2026-11-22T14:25:00Z");
    for (String service : List.of("siv", "fni"))
      for (int i = 288; i >= 1; i--) {
        Instant from = end.minus(Boards.PERIOD.multipliedBy(i));
        boolean slow = service.equals("fni") && i > 30 && i < 43;
        items.add(item(service, from, slow));
      }
    Channel channel = new Channel("Signalisation SIV", Optional.empty(), "", "fr", "agent",
        Optional.of(end.plusSeconds(4)), 5, Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.of(new Channel.Agent("a", "1", Boards.PERIOD, Optional.empty())));
    return new Bulletin(channel, Dialect.IRIS,
        List.of(new Service("siv", "SIV", List.of(new Party("ants", Party.Role.EXTERNAL, "ANTS"))),
            new Service("fni", "Fichier national", List.of())),
        items, List.of(), List.of(new Finding(Finding.Level.WARNING, 12, Reason.of("rss.profile.no-guid"))));
  }

  private static Item item(String service, Instant from, boolean slow) {
    Timing whole = new Timing(slow ? 2_300 : 480, -1, slow ? 4_000 : 700, -1, -1);
    Window window = new Window(service, from, from.plus(Boards.PERIOD), slow ? Verdict.DEGRADED : Verdict.UP, 900,
        slow ? 21 : 1, Map.of(), whole, List.of(new Window.Response("ants", whole)), List.of());
    String guid = service + from;
    return new Item(guid, guid, "w", "", Optional.of(from.plus(Boards.PERIOD).plusSeconds(4)), Optional.empty(),
        Optional.empty(), 0, window);
  }
}
