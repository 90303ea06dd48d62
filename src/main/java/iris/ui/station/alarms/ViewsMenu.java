package iris.ui.station.alarms;

import iris.words.Words;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** The saved views: picked by their number or from the menu; the name of a new one is typed in the same place. */
final class ViewsMenu extends HBox {
  /** Who carries it out. */
  interface Doer {
    /** 0: the usual one. */
    void pick(int number);

    void save(String name);

    void delete(String name);

    /** The focus is to go back to the table. */
    void done();
  }

  private final Words words;
  private final Doer doer;
  private final MenuButton menu;
  private final TextField name = new TextField();
  private final HBox form;

  ViewsMenu(Words words, Doer doer) {
    this.words = words;
    this.doer = doer;
    getStyleClass().add("views");
    menu = new MenuButton(words.say("ui.station.alarms.views"));
    menu.setId("views");
    menu.setMinWidth(USE_PREF_SIZE);
    name.setId("view-name");
    name.setPromptText(words.say("ui.station.alarms.view.name"));
    name.setAccessibleText(words.say("ui.station.alarms.view.name"));
    name.setOnAction(e -> submit());
    name.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
      if (e.getCode() == KeyCode.ESCAPE) close();
    });
    Button ok = new Button(words.say("ui.desk.form.submit"));
    ok.setId("view-ok");
    ok.setOnAction(e -> submit());
    form = new HBox(name, ok);
    form.setId("view-form");
    form.getStyleClass().add("form");
    getChildren().addAll(menu, form);
    ask(false);
  }

  void show(Remembered kept) {
    menu.getItems().setAll(item("0", words.say("ui.station.alarms.view.usual"), () -> doer.pick(0)));
    for (int i = 0; i < kept.views().size(); i++) {
      int number = i + 1;
      menu.getItems().add(item(Integer.toString(number), kept.views().get(i).name(), () -> doer.pick(number)));
    }
    MenuItem save = item("V", words.say("ui.station.alarms.view.save"), () -> ask(true));
    menu.getItems().addAll(new SeparatorMenuItem(), save);
    if (kept.views().isEmpty()) return;
    Menu delete = new Menu(words.say("ui.station.alarms.view.delete"));
    kept.names().forEach(n -> delete.getItems().add(item("", n, () -> doer.delete(n))));
    menu.getItems().add(delete);
  }

  private static MenuItem item(String key, String text, Runnable act) {
    MenuItem item = new MenuItem(key.isEmpty() ? text : key + "\u2002" + text);
    item.setMnemonicParsing(false);
    item.setOnAction(e -> act.run());
    return item;
  }

  /** Asks for the name of a new view. */
  void ask(boolean yes) {
    menu.setVisible(!yes);
    menu.setManaged(!yes);
    form.setVisible(yes);
    form.setManaged(yes);
    if (!yes) return;
    name.clear();
    name.requestFocus();
  }

  boolean asking() {
    return form.isVisible();
  }

  private void submit() {
    String said = name.getText().strip();
    if (said.isEmpty()) return;
    ask(false);
    doer.save(said.length() > SavedView.LONGEST ? said.substring(0, SavedView.LONGEST) : said);
    doer.done();
  }

  void close() {
    ask(false);
    doer.done();
  }
}
