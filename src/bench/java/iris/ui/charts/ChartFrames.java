package iris.ui.charts;

import iris.history.years.Grain;
import iris.history.years.Stretch;
import iris.ui.charts.model.Plan;
import iris.ui.charts.model.Span;
import iris.ui.charts.model.View;
import iris.ui.picture.OffScreen;
import iris.ui.receipt.Boards;
import iris.ui.receipt.PageRoom;
import iris.ui.theme.Theme;
import iris.words.Lang;
import iris.words.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.image.WritableImage;

/**
 * What a chart of a year costs in the software pipeline, at 1600x800: opened, panned frame by frame, and drawn from its
 * hundred thousand windows; beside the toolkit's own chart of as many points. A frame is a layout and a snapshot: all that
 * is drawn, into an image. {@code main} prints milliseconds; the past lies in memory, its reading is another benchmark.
 */
public final class ChartFrames {
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 800;
  private static final int FRAMES = 60;

  private ChartFrames() {}

  /** @param args none; run with -Dprism.order=sw -Dglass.platform=Headless */
  public static void main(String[] args) throws Exception {
    Instant now = Boards.outage().now().wall();
    Years past = Rooms.year(now, true);
    for (Grain grain : Grain.values()) past.stretches("siv", Instant.EPOCH, now, grain);
    for (int round = 0; round < 3; round++) {
      System.out.printf("round %d%n", round + 1);
      open(past);
      pan(past, 0);
      pan(past, Plan.FINEST);
      lines(past, now);
    }
    OffScreen.end();
  }

  private record Room(ChartsPage page, Scene scene, WritableImage image) {
    static Room of(Years past) throws Exception {
      Boards boards = Boards.outage();
      ChartsPage page = ChartsPage.still(Words.of(Lang.FR, Years.PARIS), past, Path.of("."));
      Scene scene = PageRoom.scene(page, Theme.DARK, WIDTH, HEIGHT);
      page.show(boards.seen());
      page.open("siv");
      Room room = new Room(page, scene, new WritableImage(WIDTH, HEIGHT));
      room.frame();
      return room;
    }

    void frame() {
      scene.snapshot(image);
      page.drawn();
    }
  }

  private static void open(Years past) throws Exception {
    OffScreen.call(() -> {
      Room room = Room.of(past);
      double[] millis = new double[9];
      for (int i = 0; i < millis.length; i++) {
        room.page().typed("3");
        room.frame();
        long begin = System.nanoTime();
        room.page().typed(Integer.toString(Span.YEAR.ordinal() + 1));
        room.frame();
        millis[i] = since(begin);
      }
      say("a year opened from a day", millis);
      return null;
    });
  }

  private static void pan(Years past, int finer) throws Exception {
    OffScreen.call(() -> {
      Room room = Room.of(past);
      room.page().wish(room.page().wanted().finer(finer));
      room.page().typed(Integer.toString(Span.YEAR.ordinal() + 1));
      room.frame();
      double[] millis = new double[FRAMES];
      for (int i = 0; i < FRAMES; i++) {
        View v = room.page().wanted().view();
        long begin = System.nanoTime();
        room.page().view(v.moved(Duration.ofHours(i < FRAMES / 2 ? -7 : 7).toMillis()));
        room.frame();
        millis[i] = since(begin);
      }
      int stretches = room.page().chart().drawn().orElseThrow().strands().stream().mapToInt(s -> s.size()).sum();
      say("a frame of panning, of " + stretches + " stretches held", millis);
      return null;
    });
  }

  private static void lines(Years past, Instant now) throws Exception {
    List<Stretch> windows = past.stretches("siv", now.minus(Duration.ofDays(365)), now, Grain.WINDOW);
    OffScreen.call(() -> {
      XYChart.Series<Number, Number> series = new XYChart.Series<>();
      series.getData().addAll(windows.stream().<XYChart.Data<Number, Number>>map(s ->
          new XYChart.Data<>(s.from().getEpochSecond(), s.transaction().mean().orElse(0))).toList());
      LineChart<Number, Number> chart = new LineChart<>(axis(windows.getFirst().from(), now), new NumberAxis());
      chart.setCreateSymbols(false);
      chart.setAnimated(false);
      chart.getData().add(series);
      Scene scene = new Scene(chart, WIDTH, HEIGHT);
      WritableImage image = new WritableImage(WIDTH, HEIGHT);
      double[] millis = new double[3];
      for (int i = 0; i < millis.length; i++) {
        long begin = System.nanoTime();
        chart.getXAxis().setTranslateX(i % 2);
        ((NumberAxis) chart.getXAxis()).setLowerBound(windows.getFirst().from().getEpochSecond() + 25_200.0 * (i + 1));
        scene.snapshot(image);
        millis[i] = since(begin);
      }
      say("the toolkit's LineChart, one curve of " + windows.size() + " points", millis);
      return null;
    });
  }

  private static NumberAxis axis(Instant from, Instant to) {
    return new NumberAxis(from.getEpochSecond(), to.getEpochSecond(), 2_592_000);
  }

  private static double since(long begin) {
    return (System.nanoTime() - begin) / 1e6;
  }

  private static void say(String what, double[] millis) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    System.out.printf("%s: best %.1f, median %.1f, worst %.1f ms%n", what, sorted[0], sorted[sorted.length / 2],
        sorted[sorted.length - 1]);
  }
}
