package iris.ui.walk;

import iris.alarm.Act;
import iris.words.Lang;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What an operator does in this walk, and with which hand: the lines of the table of {@link EveryActIsWalkedTest}. It
 * cannot be claimed in vain: a walk at whose end one of these acts was not sent fails.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WalkedInFact.class)
public @interface Walked {
  /** What moves. */
  enum Hand {
    KEYS,
    MOUSE
  }

  Class<? extends Act>[] acts();

  Hand[] by();

  /** Left out where the walk takes the language as its first parameter, and so goes through both. */
  Lang[] in() default {};
}
