package iris.agent;

import java.util.function.Consumer;

/**
 * Where evidence comes from. Started once; hands over from its own threads; {@link #close} ends it within a few
 * seconds and hands over what it still holds. A source never throws past these methods: its trouble is an
 * {@link Evidence.Condition}.
 */
public interface Source extends AutoCloseable {
  /** @param sink takes at once and never blocks */
  void start(Consumer<Evidence> sink);

  @Override
  void close();
}
