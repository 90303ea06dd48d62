package iris.ui.story;

import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.history.story.Search;
import iris.ui.alert.Names;
import iris.ui.alert.Sign;
import iris.ui.control.Named;
import iris.ui.control.Presence;
import iris.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The list of episodes, and by what it is searched. */
final class EpisodesView extends VBox {
  /** A choice with its name; the key is empty for "all". */
  record Choice(String key, String name) {}

  /** How far back; empty: all that is kept. */
  record Span(Optional<Duration> back, String name) {}

  private static final PseudoClass STANDING = PseudoClass.getPseudoClass("standing");
  private static final PseudoClass UNACKED = PseudoClass.getPseudoClass("unacked");

  final TextField search = new TextField();
  final ComboBox<Choice> service = new ComboBox<>();
  final ComboBox<Span> since = new ComboBox<>();
  final ListView<EpisodeRow> list = new ListView<>();
  final Button more = new Button();
  private final Label trouble = new Label();
  private final Words words;
  private final Steady<EpisodeRow> steady = new Steady<>(list, row -> row.episode().id());

  EpisodesView(Words words) {
    this.words = words;
    getStyleClass().add("story-episodes");
    search.setId("story-search");
    search.setPromptText(words.say("ui.story.search"));
    search.setAccessibleText(words.say("ui.story.search"));
    service.setId("story-service");
    service.setAccessibleText(words.say("ui.story.service"));
    service.setConverter(Named.by(Choice::name));
    service.setMaxWidth(Double.MAX_VALUE);
    since.setId("story-since");
    since.setAccessibleText(words.say("ui.story.since"));
    since.setConverter(Named.by(Span::name));
    since.getItems().setAll(
        new Span(Optional.empty(), words.say("ui.story.since.all")),
        new Span(Optional.of(Duration.ofHours(24)), words.say("ui.story.since.day")),
        new Span(Optional.of(Duration.ofDays(7)), words.say("ui.story.since.week")),
        new Span(Optional.of(Duration.ofDays(30)), words.say("ui.story.since.month")));
    since.getSelectionModel().selectFirst();
    since.setMaxWidth(Double.MAX_VALUE);
    services(List.of());
    service.getSelectionModel().selectFirst();
    list.setId("episodes");
    list.setAccessibleText(words.say("ui.story.episodes"));
    list.setCellFactory(view -> new Cell());
    list.setPlaceholder(wrapped(words.say("ui.story.none")));
    VBox.setVgrow(list, Priority.ALWAYS);
    more.setId("story-more");
    more.setText(words.say("ui.story.more"));
    more.setMaxWidth(Double.MAX_VALUE);
    trouble.getStyleClass().add("story-trouble");
    trouble.setWrapText(true);
    trouble.setMinHeight(USE_PREF_SIZE);
    Presence.of(more, false);
    Presence.of(trouble, false);
    getChildren().addAll(search, service, since, list, more, trouble);
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    return label;
  }

  /** Offers the services and feeds of this board; what is chosen stays. */
  void offer(Board board) {
    services(Stream.concat(
        board.services().keySet().stream().map(key -> new Choice(key, Names.service(board, key))),
        board.feeds().keySet().stream().filter(id -> !board.services().containsKey(id))
            .map(id -> new Choice(id, words.say("ui.story.feed", Names.feed(board, id))))).toList());
  }

  private void services(List<Choice> named) {
    List<Choice> all = new ArrayList<>(named);
    all.addFirst(new Choice("", words.say("ui.story.service.all")));
    if (service.getItems().equals(all)) return;
    String chosen = Optional.ofNullable(service.getValue()).map(Choice::key).orElse("");
    service.getItems().setAll(all);
    choose(chosen);
  }

  /** Restricts the list to one service or feed; empty: to none. */
  void choose(String key) {
    service.getItems().stream().filter(c -> c.key().equals(key)).findFirst()
        .ifPresentOrElse(service::setValue, () -> service.setValue(new Choice(key, key)));
  }

  /** Nothing is searched for, nothing left out. */
  void clear() {
    search.clear();
    since.getSelectionModel().selectFirst();
    choose("");
  }

  /** Takes over by what was searched in another language. */
  void take(EpisodesView before) {
    choose(before.service.getValue().key());
    since.getSelectionModel().select(before.since.getSelectionModel().getSelectedIndex());
    search.setText(before.search.getText());
  }

  Search wanted(Instant now, int most) {
    String text = search.getText();
    String plain = Search.plain(text);
    Set<AlarmKey.Kind> kinds = plain.isEmpty() ? Set.of() : Stream.of(AlarmKey.Kind.values())
        .filter(kind -> Search.plain(Names.kind(kind, words)).contains(plain)).collect(Collectors.toSet());
    return new Search(Optional.of(service.getValue().key()).filter(k -> !k.isEmpty()), since.getValue().back().map(now::minus),
        text, kinds, 0, most);
  }

  void show(List<EpisodeRow> rows, boolean thereAreMore) {
    steady.show(rows);
    Presence.of(more, thereAreMore);
    Presence.of(trouble, false);
  }

  void trouble(String sentence) {
    trouble.setText(sentence);
    Presence.of(trouble, true);
  }

  boolean select(String episode) {
    boolean there = steady.select(episode);
    if (there) list.scrollTo(list.getSelectionModel().getSelectedIndex());
    return there;
  }

  private static final class Cell extends ListCell<EpisodeRow> {
    private final Sign sign = new Sign();
    private final Label title = new Label();
    private final Label when = new Label();
    private final Label what = new Label();
    private final HBox view = new HBox(sign, new VBox(title, when, what));

    Cell() {
      view.getStyleClass().add("story-episode");
      title.getStyleClass().add("story-episode-title");
      when.getStyleClass().add("story-episode-when");
      what.getStyleClass().add("story-episode-what");
      for (Label label : List.of(title, when, what)) {
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
      }
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(EpisodeRow row, boolean empty) {
      super.updateItem(row, empty);
      if (empty || row == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      sign.show(row.episode().alarm().kind());
      sign.hollow(!row.standing() || row.taken());
      title.setText(row.title());
      when.setText(row.when());
      what.setText(row.what());
      pseudoClassStateChanged(STANDING, row.standing());
      pseudoClassStateChanged(UNACKED, row.standing() && !row.taken());
      setGraphic(Objects.requireNonNull(view));
      setAccessibleText(row.spoken());
    }
  }
}
