package iris.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Whether a file can be read by its owner alone; where the file system cannot tell, it counts as open to others. */
final class OwnerOnly {
  private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
      PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);
  /** Windows lets these read everything anyway. The names are those of French and English systems. */
  private static final List<String> SYSTEM =
      List.of("\\system", "\\système", "\\administrators", "\\administrateurs");

  private OwnerOnly() {}

  static boolean holds(Path file) throws IOException {
    if (!Files.exists(file)) throw new NoSuchFileException(file.toString());
    PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (posix != null) return OWNERS.containsAll(posix.readAttributes().permissions());
    AclFileAttributeView acl = Files.getFileAttributeView(file, AclFileAttributeView.class);
    if (acl == null) return false;
    UserPrincipal owner = acl.getOwner();
    return acl.getAcl().stream().noneMatch(entry -> letsRead(entry) && !trusted(entry.principal(), owner));
  }

  private static boolean letsRead(AclEntry entry) {
    return entry.type() == AclEntryType.ALLOW && entry.permissions().contains(AclEntryPermission.READ_DATA);
  }

  private static boolean trusted(UserPrincipal who, UserPrincipal owner) {
    String name = who.getName().toLowerCase(java.util.Locale.ROOT);
    return who.equals(owner) || SYSTEM.stream().anyMatch(name::endsWith);
  }
}
