package iris.report.paper;

import java.io.InputStream;

/**
 * The files of the one typeface, which travels with the program: IBM Plex Sans. Read by the screen and by the paper,
 * so that neither has to know the other.
 */
public enum Cut {
  REGULAR("IBMPlexSans-Regular.ttf"),
  STRONG("IBMPlexSans-SemiBold.ttf"),
  NARROW("IBMPlexSansCondensed-Regular.ttf"),
  NARROW_STRONG("IBMPlexSansCondensed-SemiBold.ttf");

  private final String file;

  Cut(String file) {
    this.file = file;
  }

  /** Its file. The caller closes it. */
  public InputStream file() {
    InputStream in = Cut.class.getResourceAsStream("/iris/ui/font/" + file);
    if (in == null) throw new IllegalStateException("the program is damaged: no font " + file);
    return in;
  }
}
