package iris.figures;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What stands in src/docs/figures.md under start, memory and processor: {@code start ROUNDS}, {@code wall SECONDS LATER}
 * (seconds between its two looks; 240, or 0 for one look), {@code machine SECONDS}, or {@code all} for the first two. Prints tables in Markdown; the image is made before by {@code mvn package}.
 */
public final class Figures {
  private static final int LATER = 240;

  private Figures() {}

  public static void main(String[] args) throws Exception {
    String what = args.length > 0 ? args[0] : "all";
    int amount = args.length > 1 ? Integer.parseInt(args[1]) : 0;
    Path folder = Files.createTempDirectory("iris-figures");
    try (Display display = new Display()) {
      Image image = Image.at(Path.of(System.getProperty("iris.image", "target/iris")), folder);
      System.out.println("load at the start: " + load());
      if (List.of("start", "all").contains(what)) start(image, display, folder, amount > 0 ? amount : 9);
      if (List.of("wall", "all").contains(what)) {
        image.train(display);
        WallTable wall = new WallTable(image, display, folder, amount > 0 ? amount : 30,
            args.length > 2 ? Integer.parseInt(args[2]) : LATER);
        wall.run();
        wall.pulses();
      }
      if (what.equals("machine")) new MachineTable(image, display, folder, amount > 0 ? amount : 30).run();
      System.out.println("load at the end: " + load());
    } finally {
      Home.delete(folder);
    }
  }

  private static void start(Image image, Display display, Path folder, int rounds) throws Exception {
    image.train(display);
    try (Feeds feeds = new Feeds(1)) {
      Path kept = Home.kept(folder, image, display, feeds);
      System.out.println("kept: a journal of " + (Files.size(kept.resolve("state/journal.db")) >> 10) + " KB");
      System.out.println(new StartRatios(image, display, kept).run(rounds));
    }
  }

  private static String load() throws Exception {
    return Files.readString(Path.of("/proc/loadavg")).strip();
  }
}
