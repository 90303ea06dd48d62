package iris.agent;

import iris.signal.Reason;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What shows publications to the world: the engine tells it what it has kept. May be asked from any thread. */
public interface Front extends AutoCloseable {
  /** News, oldest first, already on the {@link Shelf} but for those of number 0. Takes at once and never blocks. */
  void published(List<Published> news);

  /** Where a service's document is read; empty if only files are written. */
  Optional<URI> address(String service);

  /** What keeps it from showing (a folder that cannot be written, a certificate that has ended); for the vitals. */
  List<Reason> trouble();

  /** Ends within a few seconds. */
  @Override
  void close();
}
