package iris.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;

/** A real connection whose owner runs out of memory in the middle of what it writes, and has some again afterwards. */
public final class Exhausted {
  private int left = Integer.MAX_VALUE;

  /** @param after so many more prepared statements there is no memory for one, and then there is again */
  public void once(int after) {
    left = after;
  }

  public Connection on(Connection real) {
    return (Connection) Proxy.newProxyInstance(Exhausted.class.getClassLoader(), new Class<?>[] {Connection.class},
        (_, method, args) -> {
          if (method.getName().equals("prepareStatement") && left-- == 0) throw new OutOfMemoryError("played");
          try {
            return method.invoke(real, args);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }
}
