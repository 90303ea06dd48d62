package iris.app.demo;

/** What a demonstration plays. */
public enum Scene {
  /** Nothing happens. */
  CALM(1),
  /** An outage of the external party half a minute after the start, then the recovery. */
  OUTAGE(1),
  /** A longer outage of the external party, with a fallback that can really be switched, then the recovery. */
  FALLBACK(1),
  /** A service that goes down and up again and again. */
  FLAP(1),
  /** Twenty-five services go down at once. */
  STORM(1),
  /** One feed becomes a login page, then a cut document, then is well again. */
  GARBLED(1),
  /** One feed is reachable and its content frozen. */
  SILENT(30),
  /** A day of rush hours, in minutes. */
  DAY(30);

  private final int usualSpeed;

  Scene(int usualSpeed) {
    this.usualSpeed = usualSpeed;
  }

  /** Speed where the user names none: what takes a quarter of an hour in life is shown in a minute or two. */
  public int usualSpeed() {
    return usualSpeed;
  }
}
