package iris.notify;

import iris.alarm.AlarmKey;
import iris.alarm.Transition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a toast has to say, before any language.
 *
 * @param key a later notice with this key replaces this one on the screen
 * @param news most urgent first, at least one
 * @param rest alarms that still stand and share the toast, so that a recovery in a storm does not hide the others
 * @param critical stays until it is replaced, withdrawn or closed by a hand; else the desktop lets it fade
 * @param acknowledges the alarm that a button of the toast may acknowledge; empty where it speaks of several, since
 *     nobody can have looked at all of them
 */
public record Notice(
    String key,
    Form form,
    List<Transition.Told> news,
    List<Transition.Told> rest,
    boolean critical,
    Optional<AlarmKey> acknowledges) {

  /** How it is said. */
  public enum Form {
    /** Up to three, sentence by sentence. */
    PLAIN,
    /** More than three at once: figures and the worst. */
    SUMMARY,
    /** More than ten in ten minutes. */
    FLOOD,
    /** Nothing new: it still stands. */
    REMINDER
  }

  public Notice {
    Objects.requireNonNull(key);
    Objects.requireNonNull(form);
    news = List.copyOf(news);
    rest = List.copyOf(rest);
    Objects.requireNonNull(acknowledges);
    if (news.isEmpty()) throw new IllegalArgumentException("a notice has something to say");
  }
}
