package iris.ui.story;

import iris.history.story.Archive;
import iris.history.story.Episode;
import iris.history.story.Search;
import iris.history.story.Story;
import iris.signal.Reason;
import iris.signal.Report;
import iris.ui.control.Door;
import iris.ui.desk.Ports;
import iris.ui.page.Key;
import iris.ui.page.Page;
import iris.ui.page.Seen;
import iris.words.Words;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** All episodes at the left, the story of the chosen one at the right. */
public final class EpisodePage implements Page {
  /** What changes without an event worth a line (a window, who was told) is looked for this often. */
  private static final Duration LOOK = Duration.ofSeconds(2);

  private final Ports ports;
  private final Words words;
  private final HBox root;
  private final EpisodesView episodes;
  private final StoryView view;
  private final StoryDeeds deeds;
  private final Enquiry<List<Episode>> list;
  private final Enquiry<Optional<Story>> chapter;
  private final Enquiry<Optional<Episode>> newest;
  private final Runnable end;
  private Optional<Seen> seen = Optional.empty();
  private Optional<Duration> looked = Optional.empty();
  private Optional<Story> story = Optional.empty();
  private List<Episode> found = List.of();
  private String sought = "";
  private Optional<String> wanted = Optional.empty();
  private int most = Search.PAGE;

  private EpisodePage(Ports ports, Words words, Archive archive, Executor elsewhere, Consumer<Runnable> screen, Runnable end) {
    this.ports = ports;
    this.words = words;
    this.end = end;
    episodes = new EpisodesView(words);
    view = new StoryView(words, ports.wishes());
    list = new Enquiry<>(archive, elsewhere, screen, this::listing, this::listed, this::trouble);
    chapter = new Enquiry<>(archive, elsewhere, screen, this::telling, this::told, this::trouble);
    newest = new Enquiry<>(archive, elsewhere, screen, this::seeking, this::opened, this::trouble);
    root = new HBox(episodes, view);
    root.setId("page-episode");
    root.getStyleClass().add("story-page");
    root.getStylesheets().add(Objects.requireNonNull(EpisodePage.class.getResource("story.css")).toExternalForm());
    episodes.prefWidthProperty().bind(root.widthProperty().multiply(0.3));
    HBox.setHgrow(view, Priority.ALWAYS);
    episodes.search.textProperty().addListener((p, before, after) -> anew());
    episodes.service.valueProperty().addListener((p, before, after) -> anew());
    episodes.since.valueProperty().addListener((p, before, after) -> anew());
    episodes.more.setOnAction(e -> {
      most += Search.PAGE;
      list.ask();
    });
    episodes.list.getSelectionModel().selectedItemProperty().addListener((p, before, after) -> chosen(after));
    deeds = new StoryDeeds(ports, words, view, () -> story);
    refresh();
  }

  /** @param elsewhere a thread that may wait: the archive is asked there, and nowhere else */
  public static Page.Making by(Archive archive, Executor elsewhere) {
    return (ports, words) -> {
      Door door = Door.screen();
      return new EpisodePage(ports, words, archive, elsewhere, door::post, door::close);
    };
  }

  /** All at once on the FX thread: for a picture. */
  static EpisodePage still(Ports ports, Words words, Archive archive) {
    return new EpisodePage(ports, words, archive, Runnable::run, Runnable::run, () -> {});
  }

  @Override
  public String id() {
    return "episode";
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  public void show(Seen now) {
    boolean news = seen.map(before -> before.log() != now.log()).orElse(true);
    boolean due = looked.map(at -> now.now().mono().minus(at).compareTo(LOOK) >= 0).orElse(true)
        && seen.map(before -> before.board() != now.board()).orElse(true);
    if (seen.map(before -> before.board() != now.board()).orElse(true)) episodes.offer(now.board());
    seen = Optional.of(now);
    if (news || due) {
      looked = Optional.of(now.now().mono());
      list.ask();
      if (story.isPresent() || chosen().isPresent()) chapter.ask();
    } else {
      rows();
    }
    refresh();
  }

  @Override
  public void open(String subject) {
    sought = subject;
    episodes.clear();
    newest.ask();
  }

  private void anew() {
    most = Search.PAGE;
    if (seen.isPresent()) list.ask();
  }

  private Enquiry.Question<List<Episode>> listing() {
    Search search = episodes.wanted(ports.now().get().wall(), most + 1);
    return archive -> archive.episodes(search);
  }

  private void listed(List<Episode> all) {
    found = all;
    rows();
    if (wanted.filter(episodes::select).isPresent()) wanted = Optional.empty();
    if (chosen().isEmpty() && !found.isEmpty()) episodes.select(found.getFirst().id());
  }

  private void rows() {
    if (seen.isEmpty()) return;
    Seen s = seen.get();
    episodes.show(found.stream().limit(most).map(e -> EpisodeRow.of(e, s.board(), s.now().wall(), words)).toList(),
        found.size() > most);
  }

  private Enquiry.Question<Optional<Episode>> seeking() {
    String wish = sought;
    Search search = new Search(Optional.of(wish), Optional.empty(), "", Set.of(), 0, 1);
    return archive -> {
      // Somebody may mean one episode by its name.
      Optional<Episode> named = archive.episode(wish);
      return named.isPresent() ? named : archive.episodes(search).stream().findFirst();
    };
  }

  private void opened(Optional<Episode> episode) {
    if (episode.isEmpty()) {
      view.notice(words.say("ui.story.open.none"));
      return;
    }
    // Further down than the list goes: only those of its service are listed then.
    if (!found.contains(episode.get()) && !episodes.select(episode.get().id())) episodes.choose(episode.get().alarm().subject());
    found = found.contains(episode.get()) ? found : List.of(episode.get());
    rows();
    episodes.select(episode.get().id());
  }

  private Optional<Episode> chosen() {
    return Optional.ofNullable(episodes.list.getSelectionModel().getSelectedItem()).map(EpisodeRow::episode);
  }

  private void chosen(EpisodeRow row) {
    if (row == null || story.map(s -> s.episode().id().equals(row.episode().id())).orElse(false)) return;
    story = Optional.empty();
    view.turn();
    view.notice("");
    if (view.asking()) view.asking(false);
    chapter.ask();
    refresh();
  }

  private Enquiry.Question<Optional<Story>> telling() {
    Optional<Episode> wanted = chosen().or(() -> story.map(Story::episode));
    if (wanted.isEmpty()) return archive -> Optional.empty();
    Episode e = wanted.get();
    Set<String> about = new HashSet<>(Set.of(e.alarm().subject(), Report.IRIS));
    seen.flatMap(s -> Optional.ofNullable(s.board().services().get(e.alarm().subject()))).ifPresent(s -> about.add(s.feed()));
    return archive -> Optional.of(Story.of(archive.chapter(archive.episode(e.id()).orElse(e), about)));
  }

  private void told(Optional<Story> next) {
    boolean asked = next.isPresent() && chosen().map(c -> c.id().equals(next.get().episode().id())).orElse(true);
    if (!asked) return;
    story = next;
    refresh();
  }

  private void trouble(Reason why) {
    episodes.trouble(words.say(why));
  }

  private void refresh() {
    if (story.isEmpty() || seen.isEmpty()) {
      deeds.none();
      return;
    }
    Seen s = seen.get();
    view.show(Facts.of(story.get().episode(), s.board(), s.now().wall(), words));
    view.lines(new Saying(s.board(), s.now(), words).lines(story.get()));
    deeds.refresh();
  }

  @Override
  public boolean pressed(KeyEvent key) {
    if (key.isShortcutDown() || key.isAltDown()) return false;
    KeyCode code = key.getCode();
    if (code == KeyCode.ESCAPE) return escape();
    if (code == KeyCode.A) deeds.acknowledge();
    else if (code == KeyCode.C) deeds.comment();
    else if (code == KeyCode.Y) deeds.copy();
    else if (code == KeyCode.G) view.guide.fire();
    else if (code == KeyCode.R) view.replay.fire();
    else if (code == KeyCode.SLASH || code == KeyCode.DIVIDE) episodes.search.requestFocus();
    else if (code == KeyCode.ENTER && episodes.list.isFocused()) view.list.requestFocus();
    else return false;
    return true;
  }

  /** Where the slash lies is the keyboard's business: it is known when it is typed. */
  @Override
  public boolean typed(String character) {
    if (!character.equals("/")) return false;
    episodes.search.requestFocus();
    return true;
  }

  @Override
  public void focus() {
    episodes.list.requestFocus();
    if (episodes.list.getSelectionModel().isEmpty()) episodes.list.getSelectionModel().selectFirst();
  }

  @Override
  public List<Key> keys() {
    return List.of(new Key("A", words.say("ui.desk.deed.acknowledge")), new Key("C", words.say("ui.desk.deed.comment")),
        new Key("Y", words.say("ui.story.copy")), new Key("G", words.say("ui.story.guidance")),
        new Key("R", words.say("ui.story.replay")), new Key("/", words.say("ui.story.key.search")),
        new Key("⏎", words.say("ui.story.key.read")));
  }

  @Override
  public void resume(Page before) {
    if (!(before instanceof EpisodePage then)) return;
    wanted = then.chosen().map(Episode::id);
    episodes.take(then.episodes);
    list.ask();
    if (!then.view.asking()) return;
    view.asking(true);
    view.typed.setText(then.view.typed.getText());
    view.typed.end();
  }

  private boolean escape() {
    if (view.asking()) {
      view.asking(false);
      view.list.requestFocus();
      return true;
    }
    if (!episodes.search.isFocused() && episodes.search.getText().isEmpty() && !view.list.isFocused()) return false;
    if (episodes.search.isFocused()) episodes.search.clear();
    episodes.list.requestFocus();
    return true;
  }

  @Override
  public void close() {
    end.run();
  }
}
