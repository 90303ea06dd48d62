package iris.relay.zabbix;

import iris.relay.Delivery;
import iris.relay.Seen;
import iris.relay.Signal;
import java.util.List;
import java.util.Optional;

/** The way of values to a Zabbix. */
interface Push extends AutoCloseable {
  Took put(List<Entry> entries) throws InterruptedException;

  /** What it holds of a signal; empty where it cannot be asked. */
  Optional<Seen> seen(Signal signal) throws InterruptedException;

  @Override
  void close();

  /** What became of values. */
  sealed interface Took {
    /** It was asked. @param refused those that it did not take; empty: it took all */
    record Each(List<Entry> refused) implements Took {
      public Each {
        refused = List.copyOf(refused);
      }
    }

    /** Nothing is known of single ones. */
    record Nothing(Delivery why) implements Took {}
  }
}
