package iris.relay.nagios;

import iris.relay.Courier;
import iris.relay.Delivery;
import iris.relay.Ground;
import iris.relay.Message;
import iris.relay.Param;
import iris.relay.Seen;
import iris.relay.Signal;
import iris.relay.Target;
import iris.relay.passive.Meant;
import iris.relay.passive.PassiveResult;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The external command file of Nagios, Naemon, Icinga 1 and Centreon Engine on this machine. What is wrong with it is
 * mended by a person while IRIS runs, so nothing is given up for it.
 */
public final class NagiosPipe implements Courier {
  private static final int TYPE = 0170000;
  private static final int FIFO = 0010000;

  private final Target target;
  private final Ground ground;
  private final Path pipe;
  private final Meant meant = new Meant();
  private @Nullable CommandFile file;

  public NagiosPipe(Target target, Ground ground) {
    this.target = target;
    this.ground = ground;
    this.pipe = target.file(Param.FILE).orElseThrow();
  }

  @Override
  public boolean takes(Message.Sort sort) {
    return PassiveResult.taken(sort, target);
  }

  @Override
  public Delivery deliver(Message message) {
    PassiveResult result = PassiveResult.of(message, target);
    Optional<Delivery> trouble = lookAt();
    if (trouble.isPresent()) return trouble.get();
    if (file == null) file = new CommandFile();
    return switch (file.put(pipe, result.line(ground.clock().instant()))) {
      case WRITTEN -> {
        meant.told(message, result);
        yield Delivery.done();
      }
      case ABSENT -> absent();
      case FORBIDDEN -> forbidden();
      case NO_READER -> Delivery.later("relay.nagios.pipe.no-reader", pipe.toString());
      case FULL -> Delivery.later("relay.nagios.pipe.full", pipe.toString());
      case FAILED -> Delivery.later("relay.nagios.pipe.failed", pipe.toString());
    };
  }

  /** A program that wrote there before Nagios had made its pipe left an ordinary file: lines would pile up in it. */
  private Optional<Delivery> lookAt() {
    if (!pipe.getFileSystem().supportedFileAttributeViews().contains("unix"))
      return Optional.of(Delivery.refused("relay.nagios.pipe.no-pipes"));
    try {
      int mode = (int) Files.getAttribute(pipe, "unix:mode");
      return (mode & TYPE) == FIFO ? Optional.empty()
          : Optional.of(Delivery.later("relay.nagios.pipe.other", pipe.toString()));
    } catch (NoSuchFileException none) {
      return Optional.of(absent());
    } catch (AccessDeniedException closed) {
      return Optional.of(Delivery.later("relay.nagios.pipe.closed", String.valueOf(pipe.getParent())));
    } catch (IOException odd) {
      return Optional.of(Delivery.later("relay.nagios.pipe.failed", pipe.toString()));
    }
  }

  private Delivery absent() {
    return Delivery.later("relay.nagios.pipe.absent", pipe.toString());
  }

  private Delivery forbidden() {
    try {
      PosixFileAttributes its = Files.readAttributes(pipe, PosixFileAttributes.class);
      return Delivery.later("relay.nagios.pipe.forbidden", pipe.toString(), its.owner().getName(), its.group().getName(),
          PosixFilePermissions.toString(its.permissions()));
    } catch (IOException gone) {
      return absent();
    }
  }

  /** Nagios writes its status file every some seconds (status_update_interval): what is asked at once is not yet there. */
  @Override
  public Optional<Seen> seen(Signal signal) {
    return target.file(Param.STATUS_FILE)
        .map(path -> meant.of(signal, StatusFile.look(path, PassiveResult.place(signal, target))));
  }

  @Override
  public void close() {
    // Each line opens and closes the pipe; nothing is held.
  }
}
