package iris.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A real hour: the console of the image on a virtual screen with a real notification daemon, watching a simulated service
 * through a real agent and fifty more feeds; an outage every ten minutes. Each minute what the console takes, at the end
 * the picture. Arguments: minutes (60) and a folder for what is left behind (target/hour).
 */
public final class Hour {
  private static final int EVERY = 10;
  private static final List<String> FAULTS = List.of("external-down", "errors", "provider-down");
  /** What is loaded late and grown once is not a leak: the slope is that of what comes after. */
  private static final int WARM = 10;

  private final Image image;
  private final Display display;
  private final Bus bus;
  private final Path folder;
  private final List<double[]> samples = new ArrayList<>();

  private Hour(Image image, Display display, Bus bus, Path folder) {
    this.image = image;
    this.display = display;
    this.bus = bus;
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    int minutes = args.length > 0 ? Integer.parseInt(args[0]) : 60;
    Path folder = Files.createDirectories(Path.of(args.length > 1 ? args[1] : "target/hour")).toAbsolutePath();
    try (Display display = new Display(); Bus bus = new Bus(display); Feeds feeds = new Feeds(1)) {
      new Hour(Image.at(Path.of(System.getProperty("iris.image", "target/iris")), folder), display, bus, folder).watch(feeds, minutes);
    }
  }

  private void watch(Feeds feeds, int minutes) throws IOException, InterruptedException {
    int port = Ports.free();
    int published = Ports.free();
    Path agent = Home.fresh(folder, "");
    Files.writeString(agent.resolve("agent.yaml"), """
        agent: {id: hour-1, period: 1m, state: kept}
        publish: {listen: "127.0.0.1:%d"}
        services:
          siv:
            name: SIV
            parties: {darva: {role: provider, name: DARVA}, ants: {role: external, name: SIV national}}
            sources:
              log: {type: log, file: siv.log, format: json, party: darva, external: ants}
              front: {type: http, url: "http://127.0.0.1:%d/health", party: darva, every: 5s}
        """.formatted(published, port));
    Path log = Files.createFile(agent.resolve("siv.log"));
    Path home = Home.fresh(folder, feeds.settings().replace("feeds:\n",
        "feeds:\n  siv: {url: \"http://127.0.0.1:%d/siv.xml\", name: SIV, poll-every: 15s}%n".formatted(published)));
    try (Run simulator = Run.start(display, agent, List.of(), image.iris("simulate", "siv", "--port", "" + port, "--log", log.toString()));
        Run publisher = Run.start(display, agent, List.of(), Map.of(), image.iris("agent", "--config", agent.resolve("agent.yaml").toString()));
        Run console = Run.start(display, home, List.of(), bus.environment(), image.iris())) {
      simulator.rest(1);
      publisher.rest(1);
      console.await("FRESH");
      System.out.println("| minute | at | RSS MB | PSS MB | threads | handles | processor, % of a core | notifications | what |");
      System.out.println("|---|---|---|---|---|---|---|---|---|");
      for (int minute = 0; minute <= minutes; minute++) minute(console, agent, port, minute, minutes);
      System.out.println(slopes());
      display.start(List.of("import", "-window", "root", folder.resolve("last.png").toString())).waitFor(60, TimeUnit.SECONDS);
      System.out.println("the last picture: " + folder.resolve("last.png"));
    }
  }

  private void minute(Run console, Path agent, int port, int minute, int last) throws IOException, InterruptedException {
    Sampled now = Sampled.of(console.process);
    double before = samples.isEmpty() ? now.ticks() : samples.getLast()[4];
    String what = "";
    // Not in the last minutes, so that the last picture is one of calm.
    if (minute % EVERY == 2 && minute + 6 <= last) {
      String fault = FAULTS.get(minute / EVERY % FAULTS.size());
      Run.start(display, agent, List.of(), image.iris("simulate", "siv", "fault", fault, "--port", "" + port, "--for", "3m"))
          .process.waitFor(30, TimeUnit.SECONDS);
      what = fault + " for 3 minutes";
    }
    samples.add(new double[] {now.rss() / 1024.0, now.pss() / 1024.0, now.threads(), now.handles(), now.ticks()});
    System.out.printf("| %d | %s | %.1f | %.1f | %d | %d | %.1f | %d | %s |%n", minute,
        LocalTime.now().truncatedTo(ChronoUnit.SECONDS), now.rss() / 1024.0, now.pss() / 1024.0, now.threads(), now.handles(),
        (now.ticks() - before) / 60, bus.notified(), what);
    if (minute < last) console.rest(60);
  }

  private String slopes() {
    List<double[]> warm = samples.subList(Math.min(WARM, samples.size() / 2), samples.size());
    return "slope an hour, without the first %d minutes: RSS %.2f MB, PSS %.2f MB, threads %.1f, handles %.1f".formatted(
        samples.size() - warm.size(), 60 * slope(warm, 0), 60 * slope(warm, 1), 60 * slope(warm, 2), 60 * slope(warm, 3));
  }

  /** Of the straight line that fits best, a minute. */
  private static double slope(List<double[]> of, int what) {
    double middle = (of.size() - 1) / 2.0;
    double mean = of.stream().mapToDouble(s -> s[what]).average().orElse(0);
    double above = 0;
    double below = 0;
    for (int i = 0; i < of.size(); i++) {
      above += (i - middle) * (of.get(i)[what] - mean);
      below += (i - middle) * (i - middle);
    }
    return below == 0 ? 0 : above / below;
  }
}
