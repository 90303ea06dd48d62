package iris.ui.desk;

/** What each key does. On the wall only those work that leave it or only look. */
record Hands(ConsoleWindow window) implements Keys.Board {
  private Deeds deeds() {
    return window.views().deeds;
  }

  private ShellView shell() {
    return window.views().shell;
  }

  @Override
  public void deed(Deed deed) {
    if (!window.onWall()) deeds().pressed(deed);
  }

  @Override
  public void undo() {
    if (window.onWall()) return;
    if (shell().alarms().onMuted()) deeds().pressedUnshelve();
    else deeds().pressed(Deed.UNACKNOWLEDGE);
  }

  @Override
  public void silence() {
    if (!window.onWall()) deeds().pressedSilence();
  }

  @Override
  public void place(int number) {
    if (window.onWall()) return;
    switch (number) {
      case 1 -> window.toTiles();
      case 2 -> shell().alarms().focus(false);
      case 3 -> shell().alarms().focus(true);
      default -> shell().events().focus();
    }
  }

  @Override
  public void theme() {
    window.nextTheme();
  }

  @Override
  public void desk() {
    if (!window.onWall()) window.toDesk();
  }

  @Override
  public void why() {
    if (!window.onWall()) window.toWhy();
  }

  @Override
  public void feed() {
    if (!window.onWall()) window.toFirstFeed();
  }

  @Override
  public void wall() {
    window.wallMode(!window.onWall());
  }

  @Override
  public void help() {
    if (!window.onWall()) shell().help(!shell().helping());
  }

  @Override
  public boolean escape() {
    if (shell().helping()) {
      shell().help(false);
      return true;
    }
    if (deeds().escape()) return true;
    if (!window.onWall() || window.bornWall()) return false;
    window.wallMode(false);
    return true;
  }
}
