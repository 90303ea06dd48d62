package iris.rss;

/** Names of months by their first letters: English as RFC 822 demands, French and German as feeds write them. */
final class Months {
  private Months() {}

  /** 1 to 12; 0 for none. The name, of 3 letters or more, stands from {@code from} to {@code to}. */
  static int of(String text, int from, int to) {
    int first = lower(text, from);
    int second = lower(text, from + 1);
    int third = lower(text, from + 2);
    int fourth = to - from > 3 ? lower(text, from + 3) : 0;
    return switch (first) {
      case 'j' -> second == 'a' && third == 'n' ? 1 : second != 'u' ? 0 : summer(third, fourth);
      case 'f' -> (second == 'e' || second == 'é') && (third == 'b' || third == 'v') ? 2 : 0;
      case 'm' -> march(second, third);
      case 'a' -> april(second, third);
      case 's' -> second == 'e' && third == 'p' ? 9 : 0;
      case 'o' -> (second == 'c' || second == 'k') && third == 't' ? 10 : 0;
      case 'n' -> second == 'o' && third == 'v' ? 11 : 0;
      case 'd' -> (second == 'e' || second == 'é') && (third == 'c' || third == 'z') ? 12 : 0;
      default -> 0;
    };
  }

  /** Jun, Juni, June, juin; Jul, July, Juli, juillet, juil. */
  private static int summer(int third, int fourth) {
    if (third == 'n' || third == 'i' && fourth == 'n') return 6;
    return third == 'l' || third == 'i' && fourth == 'l' ? 7 : 0;
  }

  private static int march(int second, int third) {
    if ((second == 'a' || second == 'ä') && third == 'r') return 3;
    return second == 'a' && (third == 'y' || third == 'i') ? 5 : 0;
  }

  private static int april(int second, int third) {
    if (second == 'p' && third == 'r' || second == 'v' && third == 'r') return 4;
    return second == 'u' && third == 'g' || second == 'o' && (third == 'u' || third == 'û') ? 8 : 0;
  }

  private static int lower(String text, int at) {
    return Character.toLowerCase(text.charAt(at));
  }
}
