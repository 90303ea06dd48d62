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
 * @param since last change of the log when it was last looked at, milliseconds since 1970: what it became later changed
 *     no earlier
 */
record Track(List<Place> open, List<Place> done, long since) {
  private static final String VERSION = "log-1";

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
    return String.join(" ", kind, Integer.toString(p.identity().length()), Long.toHexString(p.identity().print()),
        Long.toString(p.offset()), p.skipping() ? "within" : "at", p.identity().key());
  }

  /** @throws IllegalArgumentException for words that are no track */
  static Track of(Mark mark) {
    String[] lines = mark.words().split("\n");
    String[] head = lines[0].split(" ");
    if (head.length != 2 || !head[0].equals(VERSION)) throw new IllegalArgumentException("no mark of a log");
    List<Place> open = new ArrayList<>();
    List<Place> done = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      String[] words = lines[i].split(" ", 6);
      if (words.length != 6) throw new IllegalArgumentException("no place: " + lines[i]);
      Identity identity =
          new Identity(words[5], Integer.parseInt(words[1]), Long.parseUnsignedLong(words[2], 16));
      (words[0].equals("open") ? open : done)
          .add(new Place(identity, Long.parseLong(words[3]), words[4].equals("within")));
    }
    return new Track(open, done, Long.parseLong(head[1]));
  }
}
