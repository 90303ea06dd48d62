package iris.app.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iris.relay.Ground;
import iris.relay.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineGroundTest {
  @TempDir Path folder;
  private Ground ground;

  @BeforeEach
  void ground() {
    ground = new MachineGround(folder, Map.of("IRIS_P", "s3same"), () -> Instant.EPOCH);
  }

  private static String why(Ground.Locked e) {
    return e.reason().key();
  }

  @Test
  void secretsAreReadWhereTheyAreKeptEachTime() throws Exception {
    assertEquals("s3same", ground.secret(new Value.Secret("env:IRIS_P")));
    Path file = Files.writeString(folder.resolve("token"), "first\n");
    assumeTrue(file.getFileSystem().supportedFileAttributeViews().contains("posix"), "rights are tested on POSIX");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertEquals("first", ground.secret(new Value.Secret("file:" + file)));
    Files.writeString(file, "second");
    assertEquals("second", ground.secret(new Value.Secret("file:" + file)));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertEquals("feed.secret.open-file",
        why(assertThrows(Ground.Locked.class, () -> ground.secret(new Value.Secret("file:" + file)))));
  }

  @Test
  void whatIsNotThereIsSaidAsTheFeedsSayIt() {
    assertEquals("feed.secret.no-variable",
        why(assertThrows(Ground.Locked.class, () -> ground.secret(new Value.Secret("env:NONE")))));
    Path missing = folder.resolve("ca.pem");
    assertEquals("feed.file.missing", why(assertThrows(Ground.Locked.class,
        () -> ground.trust(Optional.of(missing), Optional.empty(), Optional.empty(), Optional.empty()))));
  }
}
