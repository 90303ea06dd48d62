package iris.ui.setup;

import iris.settings.Option;
import iris.settings.Options;
import iris.settings.Section;
import iris.settings.edit.Edit;
import iris.ui.control.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One feed: where it is, what it says when it is read now, and how it is to be called. */
final class FeedForm extends VBox {
  private static final Set<String> FIRST = Set.of("url", "name", "service", "poll-every", "period");

  private final Workbook book;
  /** The name under which it is typed. */
  private final String working;
  private final boolean added;
  private final List<Field> fields = new ArrayList<>();
  private final TextField id = new TextField();
  private final Button read;
  private final Button cancel;
  private final Label doing = Field.wrapping("", "setup-hint");
  private final Preview preview;
  private final VBox rest = new VBox();
  @SuppressWarnings("NullAway.Init")
  private Field url;
  /** Which reading is awaited; an answer of another one comes too late. */
  private int reading;
  private Optional<Runnable> stop = Optional.empty();

  private FeedForm(Workbook book, String working, boolean added) {
    this.book = book;
    this.working = working;
    this.added = added;
    preview = new Preview(book.words, book.ports.now());
    read = FeedsPane.button("feed-read", book.words.say("ui.setup.feed.read"), this::read);
    read.setDefaultButton(true);
    cancel = FeedsPane.button("feed-cancel", book.words.say("ui.setup.feed.cancel"), this::stop);
    getStyleClass().add("setup-section");
    rest.getStyleClass().add("setup-section");
    String title = added ? book.words.say("ui.setup.feed.new") : book.words.say("ui.setup.feed.one", working);
    getChildren().add(Field.wrapping(title, "setup-title"));
    build();
    reading(false, "");
  }

  /** A feed that is not there yet. */
  static FeedForm added(Workbook book) {
    return new FeedForm(book, Slug.of("new-feed", book.names(Section.FEEDS, List.of())), true);
  }

  static FeedForm of(Workbook book, String feed) {
    return new FeedForm(book, feed, false);
  }

  /** The same, for another book. */
  FeedForm in(Workbook other) {
    FeedForm form = new FeedForm(other, working, added);
    form.id.setText(id.getText());
    return form;
  }

  boolean isNew() {
    return added;
  }

  private void build() {
    for (Option<?> option : Options.of(Section.FEEDS)) {
      Field field = new Field(book, Edit.Spot.of(Section.FEEDS, working, option.name()), option);
      fields.add(field);
      (FIRST.contains(option.name()) ? this : rest).getChildren().add(field);
      if (option.name().equals("url")) {
        url = field;
        copied();
        HBox row = new HBox(read, cancel, doing);
        row.getStyleClass().add("setup-choices");
        getChildren().addAll(row, preview);
        if (added) getChildren().add(naming());
      }
    }
    ToggleButton more = new ToggleButton(book.words.say("ui.setup.feed.more"));
    more.setId("feed-more");
    more.selectedProperty().addListener((o, was, is) -> Presence.of(rest, is));
    Presence.of(rest, false);
    getChildren().addAll(more, rest);
  }

  /** What was just copied is one press away. */
  private void copied() {
    if (!added) return;
    book.bench.copied().ifPresent(address -> {
      Button paste = FeedsPane.button("feed-paste", book.words.say("ui.setup.feed.paste", address), () -> {
        url.input(address);
        read();
      });
      paste.setMaxWidth(Double.MAX_VALUE);
      paste.setMinWidth(0);
      paste.getStyleClass().add("setup-paste");
      getChildren().add(getChildren().indexOf(url), paste);
    });
  }

  private VBox naming() {
    Label what = Field.wrapping(book.words.say("ui.setup.feed.id"), "setup-what");
    what.setLabelFor(id);
    id.setId("feed-id");
    id.textProperty().addListener((o, was, is) -> rename());
    VBox box = new VBox(what, id, Field.wrapping(book.words.say("ui.setup.feed.id.hint"), "setup-fact"));
    box.getStyleClass().add("setup-field");
    return box;
  }

  private void rename() {
    String derived = Slug.of(book.value(spot("url")), book.names(Section.FEEDS, List.of()));
    id.setPromptText(derived);
    if (added) book.name(Section.FEEDS, working, real());
  }

  private String real() {
    if (!added) return working;
    return id.getText().isBlank() ? id.getPromptText() : id.getText().strip();
  }

  private Edit.Spot spot(String option) {
    return Edit.Spot.of(Section.FEEDS, working, option);
  }

  /** Where the hand begins. */
  void begin() {
    rename();
    var paste = lookup("#feed-paste");
    (paste == null ? url.lookup("#input-url") : paste).requestFocus();
  }

  private void read() {
    if (book.pages().isEmpty()) return;
    stop();
    rename();
    int mine = ++reading;
    preview.clear();
    reading(true, book.words.say("ui.setup.feed.reading"));
    List<Edit> edits = book.edits(at -> at.section() == Section.FEEDS && at.name().filter(working::equals).isPresent());
    stop = Optional.of(book.bench.taste(book.pages().get(), edits, real(), tasted -> book.onScreen(() -> {
      if (mine == reading) tasted(tasted);
    })));
  }

  private void tasted(Bench.Tasted tasted) {
    stop = Optional.empty();
    reading(false, "");
    switch (tasted) {
      case Bench.Tasted.Understood understood -> {
        preview.show(understood, real());
        var name = lookup("#input-name");
        if (name instanceof TextField field && field.getText().isBlank()) field.setText(understood.bulletin().channel().title());
      }
      case Bench.Tasted.No no -> doing.setText(book.words.say(no.why()));
      case Bench.Tasted.Unfit unfit -> {
        book.wrong(unfit.problems());
        doing.setText(book.words.say(unfit.problems().getFirst().reason()));
      }
    }
  }

  private void stop() {
    if (stop.isEmpty()) return;
    reading++;
    stop.get().run();
    stop = Optional.empty();
    reading(false, book.words.say("ui.setup.feed.cancelled"));
  }

  private void reading(boolean on, String sentence) {
    read.setDisable(on);
    Presence.of(cancel, on);
    doing.setText(sentence);
  }

  void show() {
    if (added) rename();
    fields.forEach(Field::show);
  }

  /** Nothing typed here was meant. */
  void forget() {
    book.forget(at -> at.section() == Section.FEEDS && at.name().filter(working::equals).isPresent());
  }

  /** Nobody waits for an answer any more. */
  void close() {
    reading++;
    stop.ifPresent(Runnable::run);
    stop = Optional.empty();
  }
}
