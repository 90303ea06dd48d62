package iris.ui.setup;

import iris.notify.Pattern;
import iris.settings.Problem;
import iris.settings.edit.Draft;
import iris.settings.edit.Edit;
import iris.settings.edit.Papers;
import iris.signal.Bulletin;
import iris.signal.Contact;
import iris.signal.Reason;
import iris.alarm.Rules;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the page asks of the house. Nothing of it blocks; answers come on any thread. */
public interface Bench {
  /** The files as they are now. */
  void look(Consumer<Papers> answer);

  /**
   * Reads a feed once, as it would be read after these edits, without writing anything.
   *
   * @param answer called once, unless it was cancelled
   * @return cancels
   */
  Runnable taste(Papers pages, List<Edit> edits, String feed, Consumer<Tasted> answer);

  /** Writes the edits, all or none. */
  void save(Papers pages, List<Edit> edits, Consumer<Answer> answer);

  /** Writes back what was before. */
  void undo(Draft.Ready back, Consumer<Answer> answer);

  /** Plays a sound once, at 1 to 100 percent, whatever the settings say. */
  void play(Pattern pattern, int volume);

  /** An address that somebody has just copied; on the FX thread. */
  Optional<String> copied();

  /** What came of reading a feed once. */
  sealed interface Tasted {
    /** @param rules what the board would judge this feed by */
    record Understood(Bulletin bulletin, Contact contact, Rules rules) implements Tasted {}

    /** No answer, a refusal, or a document that is no feed. */
    record No(Reason why) implements Tasted {}

    /** What was typed cannot be a feed. */
    record Unfit(List<Problem> problems) implements Tasted {}
  }

  /** What came of writing; {@code now}: the files as they are after it. */
  sealed interface Answer {
    Papers now();

    record Kept(Papers now, Draft.Ready back) implements Answer {}

    /** Nothing was written; at least one problem. */
    record Refused(Papers now, List<Problem> problems) implements Answer {}
  }
}
