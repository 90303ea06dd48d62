package iris.agent.keep;

import iris.agent.book.Utterance;
import iris.signal.Item;
import iris.signal.Service;

/** Puts what a book says into the words of the feed. The item has the utterance's guid and time. */
@FunctionalInterface
public interface Voice {
  Item say(Service service, Utterance utterance);
}
