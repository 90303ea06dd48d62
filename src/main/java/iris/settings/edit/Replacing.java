package iris.settings.edit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts a file in the place of another in one step: a reader finds the old one or the new one, and never half of it. */
final class Replacing {
  private Replacing() {}

  /** Who may do what with the file stays as it is. A link stays a link, and what it leads to is replaced. */
  static void plain(Path named, byte[] bytes) throws IOException {
    boolean there = Files.exists(named);
    Path file = there ? named.toRealPath() : named.toAbsolutePath();
    Files.createDirectories(file.getParent());
    replace(file, bytes, fresh -> {
      if (there) likeBefore(file, fresh);
    });
  }

  /** A file, and a folder around it, that only their owner can read, from the first byte on. */
  static void secret(Path file, byte[] bytes) throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    boolean posix = Files.getFileStore(existing(folder)).supportsFileAttributeView(PosixFileAttributeView.class);
    if (!Files.isDirectory(folder)) Files.createDirectories(folder, mode(posix, "rwx------"));
    replace(file.toAbsolutePath(), bytes, Replacing::ownersOnly, mode(posix, "rw-------"));
  }

  private static FileAttribute<?>[] mode(boolean posix, String mode) {
    return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
        : new FileAttribute<?>[0];
  }

  private static @Nullable Path existing(Path folder) {
    Path there = folder;
    while (!Files.exists(there)) there = Objects.requireNonNull(there.getParent());
    return there;
  }

  @FunctionalInterface
  private interface Guard {
    void on(Path fresh) throws IOException;
  }

  private static void replace(Path file, byte[] bytes, Guard guard, FileAttribute<?>... born) throws IOException {
    // The dot keeps it from being read as a drop-in while it is written.
    Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    try {
      try (FileChannel out = FileChannel.open(fresh,
          Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), born)) {
        guard.on(fresh);
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) out.write(left);
        out.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void likeBefore(Path file, Path fresh) throws IOException {
    PosixFileAttributeView old = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (old != null) {
      PosixFileAttributes was = old.readAttributes();
      PosixFileAttributeView view = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
      PosixFileAttributes is = view.readAttributes();
      // Only where it differs: giving a file away is the superuser's, and its failing is an answer for a person.
      if (!was.owner().equals(is.owner())) view.setOwner(was.owner());
      if (!was.group().equals(is.group())) view.setGroup(was.group());
      view.setPermissions(was.permissions());
      return;
    }
    AclFileAttributeView acl = Files.getFileAttributeView(file, AclFileAttributeView.class);
    if (acl != null) Files.getFileAttributeView(fresh, AclFileAttributeView.class).setAcl(acl.getAcl());
  }

  private static void ownersOnly(Path fresh) throws IOException {
    if (Files.getFileAttributeView(fresh, PosixFileAttributeView.class) != null) return;
    AclFileAttributeView acl = Files.getFileAttributeView(fresh, AclFileAttributeView.class);
    if (acl == null) throw new IOException("no way to keep " + fresh + " to its owner");
    acl.setAcl(List.of(AclEntry.newBuilder().setType(AclEntryType.ALLOW).setPrincipal(acl.getOwner())
        .setPermissions(EnumSet.allOf(AclEntryPermission.class)).build()));
  }
}
