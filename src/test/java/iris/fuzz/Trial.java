package iris.fuzz;

import java.util.Optional;

/** One promise that a reader makes about whatever bytes it is given. */
interface Trial {
  /** Of the folder in which what broke the promise is kept. */
  String name();

  /** Bytes to try; the same for the same dice. */
  byte[] make(Dice dice);

  /** How the promise was broken by these bytes; empty where it was kept. What is thrown breaks it as well. */
  Optional<String> judge(byte[] input);
}
