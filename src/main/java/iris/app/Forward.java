package iris.app;

import iris.store.Steps;
import iris.words.Words;

/**
 * Says that a journal of an earlier version is being brought forward: of years that takes minutes, in which there is no
 * tile and no alarm, and somebody sits before it.
 */
final class Forward implements Steps.Way {
  /** Where it is seen. */
  @FunctionalInterface
  interface Place {
    /** @param share of it that is done, 0 to 1 */
    void show(String sentence, double share);
  }

  private static final int TENTHS = 10;

  private final Terminal terminal;
  private final Words words;
  private final Place place;
  private long told = -1;

  private Forward(Terminal terminal, Words words, Place place) {
    this.terminal = terminal;
    this.words = words;
    this.place = place;
  }

  static Steps.Way on(Terminal terminal, Words words, Place place) {
    return new Forward(terminal, words, place);
  }

  @Override
  public void came(long rows, long of) {
    double share = of <= 0 ? 1 : Math.min(1, (double) rows / of);
    place.show(words.say("app.forward", rows, of), share);
    // The terminal keeps what was said: a line for each tenth is enough.
    long tenth = (long) (share * TENTHS);
    if (tenth == told) return;
    told = tenth;
    terminal.say(terminal.words().say("app.forward", rows, of));
  }
}
