package iris.app;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * What the system tells a process that is to end: SIGTERM, Ctrl+C, a terminal that closes; on Windows also a log-out, of
 * which Java makes a SIGTERM. By reflection, since javac has for {@code sun.misc.Signal} a warning that nothing silences;
 * its module, jdk.unsupported, is kept for want of another way to hear a signal.
 */
final class Signals implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Signals.class.getName());
  private static final List<String> ENDS = List.of("TERM", "INT", "HUP");

  /** A signal, and who heard it before. */
  private record Taken(Object signal, Object before) {}

  private final Consumer<Runnable> told;
  private final Class<?> handler;
  private final Constructor<?> named;
  private final Method take;
  private final Method hear;
  private final List<Taken> taken = new ArrayList<>();

  private Signals(Consumer<Runnable> told) throws ReflectiveOperationException {
    this.told = told;
    Class<?> signal = Class.forName("sun.misc.Signal");
    handler = Class.forName("sun.misc.SignalHandler");
    named = signal.getConstructor(String.class);
    take = signal.getMethod("handle", signal, handler);
    hear = handler.getMethod("handle", signal);
  }

  /**
   * Hears in Java's place until it is closed. A signal that the system keeps from this process, as under {@code nohup}, is
   * kept from it still.
   *
   * @param told called on a thread of its own for each signal; what it is given does what Java would have done: it ends the
   *     process with 128 and the number of the signal
   * @return empty where Java has no such thing
   */
  static Optional<Signals> hear(Consumer<Runnable> told) {
    try {
      Signals all = new Signals(told);
      for (String name : ENDS) all.take(name);
      return Optional.of(all);
    } catch (ReflectiveOperationException e) {
      LOG.log(System.Logger.Level.INFO, "the process ends without order", e);
      return Optional.empty();
    }
  }

  private void take(String name) throws ReflectiveOperationException {
    try {
      Object signal = named.newInstance(name);
      // A signal may come before it is known who heard it until now.
      CompletableFuture<Object> before = new CompletableFuture<>();
      InvocationHandler ours = (self, method, given) -> switch (method.getName()) {
        case "handle" -> {
          told.accept(() -> pass(before.join(), signal));
          yield null;
        }
        case "equals" -> self == given[0];
        case "hashCode" -> System.identityHashCode(self);
        default -> "iris:" + name;
      };
      Object proxy = Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {handler}, ours);
      before.complete(take.invoke(null, signal, proxy));
      taken.add(new Taken(signal, before.join()));
    } catch (InvocationTargetException e) {
      // HUP on Windows; all of them with -Xrs, which is how somebody asks Java to keep away from them.
      if (!(e.getCause() instanceof IllegalArgumentException)) throw e;
      LOG.log(System.Logger.Level.DEBUG, "not heard: " + name, e.getCause());
    }
  }

  private void pass(Object before, Object signal) {
    try {
      hear.invoke(before, signal);
    } catch (ReflectiveOperationException e) {
      LOG.log(System.Logger.Level.WARNING, "a signal that nobody takes", e);
    }
  }

  /** Java hears again by itself. */
  @Override
  public void close() {
    for (Taken each : taken) {
      try {
        take.invoke(null, each.signal(), each.before());
      } catch (ReflectiveOperationException e) {
        LOG.log(System.Logger.Level.WARNING, "a signal that stays ours", e);
      }
    }
    taken.clear();
  }
}
