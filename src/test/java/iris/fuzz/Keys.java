package iris.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** The keys of a document's outer blocks, as the events of its parser tell them. */
final class Keys {
  private Keys() {}

  /** Those of the root and of the blocks in it, as far as block 2; of correct YAML. */
  static List<String> of(String text) {
    List<String> keys = new ArrayList<>();
    List<boolean[]> open = new ArrayList<>();
    for (Event event : new Parse(LoadSettings.builder().setCodePointLimit(1 << 22).build()).parseString(text)) {
      boolean[] here = open.isEmpty() ? null : open.getLast();
      // In turns key and value; a list has values only.
      boolean key = here != null && here[0] && (here[1] = !here[1]);
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> open.add(new boolean[] {event instanceof MappingStartEvent, false});
        case MappingEnd, SequenceEnd -> {
          if (here != null && here[0] && key) here[1] = false;
          open.removeLast();
        }
        case Scalar -> {
          if (key && open.size() <= 3) keys.add(((ScalarEvent) event).getValue());
        }
        default -> { }
      }
    }
    return keys;
  }
}
