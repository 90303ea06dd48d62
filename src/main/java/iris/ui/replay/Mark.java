package iris.ui.replay;

import iris.ui.control.Door;
import iris.ui.control.Pulse;
import iris.ui.control.Pump;
import iris.ui.desk.Elsewhen;
import iris.words.Words;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;

/** Marks the windows of one film, and keeps their bars in step with it. On the FX thread. */
final class Mark implements Elsewhen, AutoCloseable {
  private final Player player;
  private final Words words;
  private final InstantSource live;
  private final List<ReplayBar> bars = new ArrayList<>();
  private Optional<Running> running = Optional.empty();

  private record Running(Door door, Pump<?> frames, Pulse pulse) {}

  /** @param live the clock of the world */
  Mark(Player player, Words words, InstantSource live) {
    this.player = player;
    this.words = words;
    this.live = live;
  }

  /** From now on the bars follow. */
  void follow() {
    Door door = Door.screen();
    Pump<Frame> frames = new Pump<>(player.frames(), door, frame -> bars.forEach(bar -> bar.show(frame)));
    running = Optional.of(new Running(door, frames, new Pulse(door, live, this::beat)));
  }

  private void beat(Instant now) {
    bars.forEach(bar -> bar.live(now));
  }

  @Override
  public Region bar() {
    ReplayBar bar = new ReplayBar(player, words);
    bar.show(player.frames().get());
    bar.live(live.instant());
    bars.add(bar);
    return bar;
  }

  @Override
  public String blind() {
    return player.frames().get().cut().map(c -> words.say(c.why())).orElseGet(() -> words.say("ui.replay.no-film"));
  }

  @Override
  public String title(String title) {
    return words.say("ui.replay.title", words.figures().stamp(player.now().wall()), title);
  }

  @Override
  public void close() {
    running.ifPresent(r -> {
      r.frames().close();
      r.pulse().close();
      r.door().close();
    });
  }
}
