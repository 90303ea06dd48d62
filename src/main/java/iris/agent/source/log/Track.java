package iris.agent.source.log;

import iris.agent.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a follower must remember.
 *
 * @param open files that are being read, oldest first, the log itself last
 * @param done files that were read to their end, newest last; those before them are known by their age
 * @param since last change of the log at the last look but one, milliseconds since 1970: what it became later changed
 *     no earlier
 */
record Track(List<Place> open, List<Place> done, long since) {
  private static final String VERSION = "log-2";

  /** As marks were before a place knew its start and what stands before it. */
  private static final String FIRST = "log-1";

  Track {
    open = List.copyOf(open);
    done = List.copyOf(done);
  }

  Mark mark() {
    return new Mark(Stream.concat(Stream.of(VERSION + " " + since),
        Stream.concat(open.stream().map(p -> line("open", p)), done.stream().map(p -> line("done", p))))
        .collect(Collectors.joining("\n")));
  }

  private static String line(String kind, Place p) {
    return String.join(" ", kind, words(p.identity().start()), words(p.identity().head()), words(p.before()),
        Long.toString(p.offset()), p.skipping() ? "within" : "at", p.identity().key());
  }

  private static String words(Print print) {
    return print.length() + " " + Long.toHexString(print.sum());
  }

  /** @throws IllegalArgumentException for words that are no track */
  static Track of(Mark mark) {
    String[] lines = mark.words().split("\n");
    String[] head = lines[0].split(" ");
    boolean first = head[0].equals(FIRST);
    if (head.length != 2 || !first && !head[0].equals(VERSION)) throw new IllegalArgumentException("no mark of a log");
    List<Place> open = new ArrayList<>();
    List<Place> done = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      String[] words = lines[i].split(" ", first ? 6 : 10);
      if (words.length != (first ? 6 : 10)) throw new IllegalArgumentException("no place: " + lines[i]);
      (words[0].equals("open") ? open : done).add(first ? firstPlace(words) : place(words));
    }
    return new Track(open, done, Long.parseLong(head[1]));
  }

  private static Place place(String[] words) {
    return new Place(new Identity(words[9], print(words, 1), print(words, 3)), Long.parseLong(words[7]),
        words[8].equals("within"), print(words, 5));
  }

  private static Place firstPlace(String[] words) {
    return new Place(new Identity(words[5], Print.NONE, print(words, 1)), Long.parseLong(words[3]),
        words[4].equals("within"), Print.NONE);
  }

  private static Print print(String[] words, int at) {
    return new Print(Integer.parseInt(words[at]), Long.parseUnsignedLong(words[at + 1], 16));
  }
}
