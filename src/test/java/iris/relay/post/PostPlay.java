package iris.relay.post;

import iris.relay.Message;
import iris.relay.Message.Sort;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The way to one server, in the time of a play: a calm room to begin with. */
abstract class PostPlay {
  @TempDir Path folder;

  final Play play = new Play(3);
  final Server server = new Server();
  final List<Instant> tries = new ArrayList<>();
  Line line;
  boolean down;

  @BeforeEach
  void aCalmRoom() throws Exception {
    line = new Line(folder, play, server, 1);
    line.hear(play.window(_ -> false));
    line.hear(play.pass(300));
    line.hear(play.window(_ -> false));
    line.work();
  }

  @AfterEach
  void close() throws Exception {
    line.close();
  }

  /** Time in which the feeds go on to say of the first service what they said last. */
  void minutes(int n) throws Exception {
    for (int i = 0; i < n * 6; i++) {
      long before = play.now.wall().getEpochSecond() / 300;
      line.hear(play.pass(10));
      if (play.now.wall().getEpochSecond() / 300 > before) line.hear(play.window(s -> down && s == 0));
      line.work();
    }
  }

  List<Message> arrived(Sort sort) {
    return server.arrived.stream().filter(m -> m.sort() == sort).toList();
  }

  void outageOfFirst() throws Exception {
    line.hear(play.pass(300));
    line.hear(play.window(i -> i == 0));
    down = true;
  }
}
