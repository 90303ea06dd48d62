package iris.ui.desk;

import iris.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;

/** Loads the views that are made once; their words come from the same messages as all others. */
final class Fxml {
  private Fxml() {}

  static <N extends Node> N load(String name, Object controller, Words words) {
    FXMLLoader loader = new FXMLLoader(Fxml.class.getResource(name), new Bundle(words));
    loader.setController(controller);
    try {
      return loader.load();
    } catch (IOException e) {
      throw new UncheckedIOException("the program is damaged: " + name, e);
    }
  }

  private static final class Bundle extends ResourceBundle {
    private final Words words;

    Bundle(Words words) {
      this.words = words;
    }

    @Override
    protected Object handleGetObject(String key) {
      return words.say(key);
    }

    @Override
    public boolean containsKey(String key) {
      return words.knows(key);
    }

    @Override
    public Enumeration<String> getKeys() {
      return Collections.emptyEnumeration();
    }
  }
}
