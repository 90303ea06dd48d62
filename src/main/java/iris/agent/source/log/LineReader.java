package iris.agent.source.log;

import iris.agent.source.Transaction;

/** Understands one line. For one thread; never throws, whatever the bytes. */
@FunctionalInterface
interface LineReader {
  /**
   * Reads the line from {@code from}, inclusive, to {@code to}, exclusive, without its end of line.
   *
   * @param into cleared; holds anything after false
   * @return whether it was understood
   */
  boolean read(byte[] b, int from, int to, Transaction into);
}
