package iris.ui.walk;

import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.alarm.Act;
import java.lang.reflect.Field;
import java.util.List;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Looks after a walk whether the acts that it claims were sent: every walk keeps them in a list of that name. */
final class WalkedInFact implements AfterTestExecutionCallback {
  @Override
  public void afterTestExecution(ExtensionContext walk) throws Exception {
    if (walk.getExecutionException().isPresent()) return;
    List<?> sent = (List<?>) acts(walk.getRequiredTestInstance());
    for (Class<? extends Act> act : walk.getRequiredTestMethod().getAnnotation(Walked.class).acts())
      assertTrue(sent.stream().anyMatch(act::isInstance), () -> "no " + act.getSimpleName() + " was sent: " + sent);
  }

  private static Object acts(Object walk) throws ReflectiveOperationException {
    for (Class<?> c = walk.getClass(); c != null; c = c.getSuperclass())
      for (Field field : c.getDeclaredFields())
        if (field.getName().equals("acts")) {
          field.setAccessible(true);
          return field.get(walk);
        }
    throw new NoSuchFieldException("a walk keeps what was sent in a field \"acts\": " + walk.getClass());
  }
}
