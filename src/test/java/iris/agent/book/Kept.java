package iris.agent.book;

import iris.agent.AgentConfig.Served;
import iris.agent.Tally;
import iris.store.Records;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A book through a store and back, by the mapper of all stores. */
final class Kept {
  private static final JsonMapper JSON = Records.of(List.of()).build();

  private Kept() {}

  static byte[] json(Book book) {
    return JSON.writeValueAsBytes(book.state());
  }

  static Book book(Book book, Served served) {
    List<Tally> tallies = new ArrayList<>();
    for (Tally tally : book.tallies()) tallies.add(Tally.decode(tally.encode()));
    return Book.kept(served, book.period(), JSON.readValue(json(book), Book.State.class), tallies);
  }
}
