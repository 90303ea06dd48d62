package iris.ui.setup;

import iris.settings.Section;
import iris.settings.edit.Edit;
import iris.settings.edit.Papers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The feeds, one of which may be opened, and the way to another one. */
final class FeedsPane extends VBox implements Pane {
  private final Workbook book;
  private final Narrowing narrowing;
  private Optional<FeedForm> form = Optional.empty();
  private Optional<String> leaving = Optional.empty();
  private List<String> drawn = List.of();
  /** What is looked through, by feed: each asks all files, and a letter is typed quickly. */
  private final Map<String, String> texts = new HashMap<>();
  private Optional<Papers> read = Optional.empty();

  FeedsPane(Workbook book) {
    this.book = book;
    narrowing = new Narrowing(book.words, this::draw);
    getStyleClass().add("setup-section");
    list();
  }

  @Override
  public VBox root() {
    return this;
  }

  /** Opens the form of a new feed, or goes on with it. */
  void add() {
    if (form.filter(FeedForm::isNew).isEmpty()) open(FeedForm.added(book));
  }

  void edit(String feed) {
    if (book.names(Section.FEEDS, List.of()).contains(feed)) open(FeedForm.of(book, feed));
  }

  /** Goes on with the form that was open in another language. */
  void resume(FeedsPane before) {
    before.form.ifPresent(form -> open(form.in(book)));
  }

  private void open(FeedForm opened) {
    form.ifPresent(FeedForm::close);
    form = Optional.of(opened);
    getChildren().setAll(opened);
    opened.begin();
  }

  /** Back to the list, when what was typed is kept or not meant. */
  void list() {
    form.ifPresent(FeedForm::close);
    form = Optional.empty();
    draw();
  }

  private void draw() {
    List<String> feeds = book.names(Section.FEEDS, List.of());
    drawn = feeds;
    List<Node> over = narrowing.over(feeds);
    // What is typed in stays where it is, or the next letter would go elsewhere.
    getChildren().retainAll(over);
    if (getChildren().isEmpty()) getChildren().addAll(over);
    if (feeds.isEmpty()) getChildren().add(Field.wrapping(book.words.say("ui.setup.feeds.none"), "setup-hint"));
    narrowing.of(feeds, leaving, this::found).forEach(feed -> getChildren().add(row(feed)));
    Button add = button("feed-add", "N\u2002" + book.words.say("ui.setup.feed.add"), this::add);
    getChildren().add(add);
  }

  private String found(String feed) {
    if (!read.equals(book.pages())) texts.clear();
    read = book.pages();
    return texts.computeIfAbsent(feed, f -> f + " " + value(f, "name").orElse("") + " " + value(f, "url").orElse(""));
  }

  private HBox row(String feed) {
    Label name = Field.wrapping(value(feed, "name").orElse(feed), "setup-feed");
    String where = book.written(Edit.Spot.of(Section.FEEDS, feed, "url"))
        .map(w -> w.value() + " · " + book.words.say("ui.setup.written", Path.of(w.file()).getFileName(), w.line())).orElse("");
    Label url = Field.wrapping(where, "setup-fact");
    VBox words = new VBox(name, url);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(words);
    row.getStyleClass().add("setup-row");
    boolean asked = leaving.filter(feed::equals).isPresent();
    if (asked) row.getChildren().addAll(question(feed));
    else row.getChildren().addAll(button("feed-edit-" + feed, book.words.say("ui.setup.feed.edit"), () -> edit(feed)),
        button("feed-remove-" + feed, book.words.say("ui.setup.feed.remove"), () -> ask(feed)));
    return row;
  }

  private List<Node> question(String feed) {
    Label ask = Field.wrapping(book.words.say("ui.setup.feed.remove.ask"), "setup-ask");
    Button yes = button("feed-remove-yes", book.words.say("ui.setup.feed.remove.yes"), () -> {
      leaving = Optional.empty();
      draw();
      book.save(List.of(new Edit.Remove(Edit.Spot.of(Section.FEEDS, feed, ""))), book.words.say("ui.setup.feed.removed", feed));
    });
    Button no = button("feed-remove-no", book.words.say("ui.setup.feed.keep"), this::leave);
    return new ArrayList<>(List.of(ask, yes, no));
  }

  private void ask(String feed) {
    leaving = Optional.of(feed);
    draw();
    lookup("#feed-remove-no").requestFocus();
  }

  static Button button(String id, String text, Runnable act) {
    Button button = new Button(text);
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(e -> act.run());
    return button;
  }

  private Optional<String> value(String feed, String option) {
    return book.written(Edit.Spot.of(Section.FEEDS, feed, option)).map(Papers.Written::value);
  }

  @Override
  public void show() {
    form.ifPresent(FeedForm::show);
    if (form.isEmpty() && !drawn.equals(book.names(Section.FEEDS, List.of()))) draw();
  }

  @Override
  public String sought() {
    return narrowing.typed();
  }

  @Override
  public void seek(String typed) {
    narrowing.type(typed);
  }

  @Override
  public boolean leave() {
    boolean something = form.isPresent() || leaving.isPresent() || narrowing.clear();
    form.ifPresent(FeedForm::forget);
    leaving = Optional.empty();
    list();
    return something;
  }
}
