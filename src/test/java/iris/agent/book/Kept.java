package iris.agent.book;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import iris.agent.AgentConfig.Served;
import iris.agent.Tally;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** A book through a store and back, by a mapper like that of the history. */
final class Kept {
  private static final JsonMapper JSON = JsonMapper.builder()
      .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
      .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .changeDefaultVisibility(v -> v
          .withVisibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
          .withVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
          .withVisibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.PUBLIC_ONLY))
      .build();

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
