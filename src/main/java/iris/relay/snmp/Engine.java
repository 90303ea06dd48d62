package iris.relay.snmp;

import iris.relay.Ground;
import iris.signal.Reason;
import iris.store.Owner;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Properties;

/**
 * Who we are to a receiver of SNMPv3 traps: a name for ever, and how often we have started. A receiver drops, without a
 * word, traps of an engine that has not started more often than it did before: so the count is on the disk before the
 * first trap goes.
 *
 * @param id 5 to 32 bytes; must be known to the receiver beforehand where traps are sent
 * @param boots 1 to 2,147,483,647
 */
record Engine(byte[] id, int boots) {
  /** The example enterprise 32473, first bit set, then 5: bytes chosen by the administrator (RFC 3411). */
  private static final byte[] PREFIX = {(byte) 0x80, 0, 0x7e, (byte) 0xd9, 5};
  private static final int RANDOM = 8;

  /** The engine that is kept in {@code file}, made where there is none, started once more. */
  static Engine started(Path file) throws Ground.Locked {
    try {
      Engine before = Files.exists(file) ? read(file) : new Engine(make(), 0);
      if (before.boots == Integer.MAX_VALUE) throw new NumberFormatException("worn out");
      Engine now = new Engine(before.id, before.boots + 1);
      now.keep(file);
      return now;
    } catch (IOException | IllegalArgumentException e) {
      throw new Ground.Locked(Reason.of("relay.snmp.engine", file));
    }
  }

  /**
   * Whether somebody else has started this engine since: a test beside a relay that runs. Its receivers would drop what
   * comes from us.
   */
  boolean overtaken(Path file) throws Ground.Locked {
    try {
      return Files.exists(file) && read(file).boots != boots;
    } catch (IOException | IllegalArgumentException e) {
      throw new Ground.Locked(Reason.of("relay.snmp.engine", file));
    }
  }

  private static Engine read(Path file) throws IOException {
    Properties kept = new Properties();
    kept.load(new StringReader(Files.readString(file)));
    byte[] id = HexFormat.of().parseHex(kept.getProperty("engine", "").replaceFirst("^0x", ""));
    int boots = Integer.parseInt(kept.getProperty("boots", "none"));
    if (id.length < 5 || id.length > 32 || boots < 0) throw new IllegalArgumentException("no engine");
    return new Engine(id, boots);
  }

  private static byte[] make() {
    byte[] own = new byte[RANDOM];
    new SecureRandom().nextBytes(own);
    return ByteBuffer.allocate(PREFIX.length + RANDOM).put(PREFIX).put(own).array();
  }

  private void keep(Path file) throws IOException {
    Owner.folder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Owner.create(beside);
    String text = "engine=0x" + HexFormat.of().formatHex(id) + "\nboots=" + boots + "\n";
    try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) channel.write(bytes);
      channel.force(true);
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
