package iris.app;

/** The one way in: every command of {@code iris} starts here. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    throw new UnsupportedOperationException("not wired yet");
  }
}
