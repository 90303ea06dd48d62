package iris.app;

import iris.alarm.Rules;
import iris.feed.Ask;
import iris.feed.Course;
import iris.feed.Fetch;
import iris.feed.Fetcher;
import iris.feed.SourceConfig;
import iris.notify.Pattern;
import iris.rss.Reading.Garbled;
import iris.rss.Reading.Read;
import iris.rss.Rss;
import iris.settings.ConfigFiles;
import iris.settings.Problem;
import iris.settings.Reading;
import iris.settings.Settings;
import iris.settings.edit.Draft;
import iris.settings.edit.Edit;
import iris.settings.edit.Papers;
import iris.settings.edit.Saved;
import iris.settings.edit.Writer;
import iris.signal.Contact;
import iris.signal.Reason;
import iris.ui.setup.Bench;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;

/** What the page of the settings asks for, each on a virtual thread of its own. */
final class SetupBench implements Bench {
  private final ConfigFiles files;
  private final InstantSource clock;
  private final Supplier<Optional<Reason>> readOnly;
  private final BiConsumer<Pattern, Double> sound;

  /** @param readOnly why nothing may be changed from this console */
  SetupBench(ConfigFiles files, InstantSource clock, Supplier<Optional<Reason>> readOnly, BiConsumer<Pattern, Double> sound) {
    this.files = files;
    this.clock = clock;
    this.readOnly = readOnly;
    this.sound = sound;
  }

  @Override
  public void look(Consumer<Papers> answer) {
    Thread.ofVirtual().name("settings").start(() -> answer.accept(Papers.of(files)));
  }

  @Override
  public Runnable taste(Papers pages, List<Edit> edits, String feed, Consumer<Tasted> answer) {
    return Thread.ofVirtual().name("settings read").start(() -> {
      try {
        answer.accept(tasted(pages, edits, feed));
      } catch (InterruptedException cancelled) {
        Thread.currentThread().interrupt();
      }
    })::interrupt;
  }

  /** Secrets that are only typed are handed on in an environment of their own: nothing is written for a look. */
  private Tasted tasted(Papers pages, List<Edit> edits, String feed) throws InterruptedException {
    Map<String, String> environment = new HashMap<>(System.getenv());
    List<Edit> open = new ArrayList<>();
    for (Edit edit : edits) {
      if (edit instanceof Edit.Hide(Edit.Spot at, String secret)) {
        String variable = "IRIS_TYPED_" + open.size();
        environment.put(variable, secret);
        open.add(new Edit.Set(at, "env:" + variable));
      } else {
        open.add(edit);
      }
    }
    return switch (Draft.trial(pages, open)) {
      case Reading.Bad(List<Problem> problems) -> new Tasted.Unfit(problems);
      case Reading.Good(Settings settings) -> {
        Optional<SourceConfig> source = settings.feeds().stream().filter(f -> f.id().equals(feed)).findFirst();
        yield source.isEmpty() ? new Tasted.No(Reason.of("app.setup.no-address"))
            : fetched(source.get(), only(settings.rules(), feed), environment);
      }
    };
  }

  private static Rules only(Rules rules, String feed) {
    return new Rules(rules.feeds().stream().filter(f -> f.id().equals(feed)).toList(), rules.services(), rules.rights());
  }

  private Tasted fetched(SourceConfig source, Rules rules, Map<String, String> environment) throws InterruptedException {
    try (Fetcher fetcher = new Fetcher(clock, environment)) {
      return switch (fetcher.fetch(source, Ask.PLAIN)) {
        case Fetch.Body body -> switch (Rss.read(body.bytes(), Course.begin(source).options(body))) {
          case Read(var bulletin) -> new Tasted.Understood(bulletin, body.contact(), rules);
          case Garbled(int line, Reason why) -> new Tasted.No(why);
        };
        case Fetch.TooLarge(Reason why, Contact contact) -> new Tasted.No(why);
        case Fetch.Refused refused -> new Tasted.No(refused.why());
        case Fetch.Failed(Reason why) -> new Tasted.No(why);
        case Fetch.NotModified same -> throw new IllegalStateException("unchanged since never: " + same);
      };
    }
  }

  @Override
  public void save(Papers pages, List<Edit> edits, Consumer<Answer> answer) {
    Thread.ofVirtual().name("settings save").start(() -> answer.accept(switch (Draft.of(pages, edits)) {
      case Draft.Refused(List<Problem> problems) -> new Answer.Refused(Papers.of(files), problems);
      case Draft.Ready ready -> written(ready);
    }));
  }

  @Override
  public void undo(Draft.Ready back, Consumer<Answer> answer) {
    Thread.ofVirtual().name("settings undo").start(() -> answer.accept(written(back)));
  }

  private Answer written(Draft.Ready ready) {
    Saved saved = readOnly.get().<Saved>map(Saved.Refused::new).orElseGet(() -> Writer.write(ready));
    return switch (saved) {
      case Saved.Done(Draft.Ready back) -> new Answer.Kept(Papers.of(files), back);
      case Saved.Refused(Reason why) -> new Answer.Refused(Papers.of(files), List.of(new Problem("", 0, "", why)));
    };
  }

  @Override
  public void play(Pattern pattern, int volume) {
    sound.accept(pattern, volume / 100.0);
  }

  /** An address only: what else somebody copied is nobody's business. */
  @Override
  public Optional<String> copied() {
    return Optional.ofNullable(Clipboard.getSystemClipboard().getString()).map(String::strip)
        .filter(text -> text.length() < 2_000 && text.matches("(?i)https?://\\S+"));
  }
}
