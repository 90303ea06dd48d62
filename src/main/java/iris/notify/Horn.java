package iris.notify;

/** IRIS's own sounds: the alarm itself, where a toast is only its copy. No method blocks, none throws. */
public interface Horn extends AutoCloseable {
  /** Sounds once, in the place of a less urgent pattern that sounds now. */
  void play(Pattern pattern);

  /** Stops in the middle of a pattern. */
  void hush();

  @Override
  void close();
}
