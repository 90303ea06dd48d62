package iris.notify.sound;

import iris.flow.Mailbox;
import iris.notify.Alerting;
import iris.notify.Horn;
import iris.notify.Pattern;
import iris.signal.Reason;
import iris.signal.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Plays on a thread of its own, through the first voice that can. Between sounds it looks every few seconds whether one
 * still could, silently: "no sound" is said within ten seconds, and not at the first alarm.
 */
public final class Loudspeaker implements Horn {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(4);
  private static final Duration PATIENCE_AT_END = Duration.ofSeconds(2);

  /** The longest pattern lasts under three seconds: a voice that takes so long hangs in its driver. */
  private static final Duration STUCK = Duration.ofSeconds(20);
  /** An alarm before a try-out, the more urgent before the less. */
  private static final Comparator<Asked> FIRST =
      Comparator.comparing((Asked a) -> a.volume().isPresent()).thenComparing(Asked::pattern);
  private static final byte[] SILENCE = new byte[Synth.RATE / 20 * 2];

  /**
   * {@code hushes}: how many there were when it was asked for; a later one takes it back. {@code volume}: of a try-out,
   * whatever the settings say.
   */
  private record Asked(Pattern pattern, int hushes, OptionalDouble volume) {}

  private final Mailbox<Asked> mailbox = new Mailbox<>();
  private final List<Voice> voices;
  private final Consumer<Report> health;
  private final BooleanSupplier deaf;
  private final Duration lookEvery;
  private final Thread thread;
  private volatile Alerting alerting;
  private volatile boolean closing;
  private final AtomicInteger hushes = new AtomicInteger();
  private volatile long busySince;
  private volatile Optional<Pattern> playing = Optional.empty();
  private volatile Optional<Report.Health> reported = Optional.empty();

  /** The loudspeaker of this machine. {@code health} must not block: it posts to the desk. */
  public static Loudspeaker ofThisMachine(Alerting alerting, Map<String, String> env, Consumer<Report> health) {
    List<Voice> voices = new ArrayList<>(List.of(new JavaVoice()));
    boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    SoundServer server = new SoundServer(env);
    if (linux) voices.addAll(CommandVoice.ofLinux(env, server));
    return new Loudspeaker(alerting, voices, linux ? server::playsIntoNothing : () -> false, LOOK_EVERY, health);
  }

  /** @param deaf whether all voices would play into nothing */
  Loudspeaker(
      Alerting alerting, List<Voice> voices, BooleanSupplier deaf, Duration lookEvery, Consumer<Report> health) {
    this.deaf = deaf;
    this.alerting = alerting;
    this.voices = List.copyOf(voices);
    this.lookEvery = lookEvery;
    this.health = health;
    thread = Thread.ofPlatform().name("iris-sound").daemon().start(this::run);
  }

  /** Takes a changed configuration over: volume and mute, from the next sound on. */
  public void reconfigure(Alerting changed) {
    alerting = changed;
  }

  @Override
  public void play(Pattern pattern) {
    if (closing) return;
    // The new sound takes the place of a lesser one; a lesser one waits its turn.
    if (playing.map(p -> pattern.compareTo(p) < 0).orElse(false)) hushes.incrementAndGet();
    mailbox.post(new Asked(pattern, hushes.get(), OptionalDouble.empty()));
    long since = busySince;
    if (since != 0 && System.nanoTime() - since > STUCK.toNanos())
      tell(false, Reason.of("notify.sound.stuck", STUCK));
  }

  /** Lets somebody hear it, at a volume of 0 to 1. It never takes the place of an alarm's sound. */
  public void tryOut(Pattern pattern, double volume) {
    if (!closing) mailbox.post(new Asked(pattern, hushes.get(), OptionalDouble.of(volume)));
  }

  @Override
  public void hush() {
    hushes.incrementAndGet();
  }

  private void run() {
    try {
      look();
      while (!closing) {
        List<Asked> asked = mailbox.take(lookEvery);
        busySince = System.nanoTime();
        if (asked.isEmpty()) look();
        else asked.stream().filter(a -> a.hushes() == hushes.get()).min(FIRST).ifPresent(this::sound);
        busySince = 0;
      }
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }

  private void sound(Asked asked) {
    Alerting now = alerting;
    Pattern pattern = asked.pattern();
    double volume = asked.volume().orElse(now.sound() ? now.volume() : 0);
    if (volume == 0) {
      look();
      return;
    }
    byte[] pcm = Synth.pcm(pattern, volume);
    int before = hushes.get();
    playing = Optional.of(pattern);
    Reason why = Reason.of("notify.sound.no-device");
    try {
      for (Voice voice : voices) {
        if (!ready(voice)) continue;
        Optional<Reason> failed = play(voice, pcm, () -> closing || hushes.get() != before);
        if (failed.isEmpty()) {
          // Played, yet into nothing: the next look says so, and this says no more than it knows.
          if (!deaf.getAsBoolean()) tell(true, Reason.of("notify.sound.well", voice.name()));
          return;
        }
        why = failed.get();
      }
      tell(false, why);
    } finally {
      playing = Optional.empty();
    }
  }

  private void look() {
    if (!alerting.sound()) {
      // Wanted so: not a fault, yet the header has to say it.
      tell(true, Reason.of("notify.sound.muted"));
      return;
    }
    if (deaf.getAsBoolean()) {
      tell(false, Reason.of("notify.sound.no-device"));
      return;
    }
    Optional<Voice> voice = voices.stream().filter(this::ready).findFirst();
    boolean failedLast = reported.map(r -> !r.well()).orElse(false);
    // A device that did not sound is not well because it is listed: it has to take a twentieth of a second of silence.
    if (failedLast && voice.isPresent()) {
      Optional<Reason> still = play(voice.get(), SILENCE, () -> closing);
      if (still.isPresent()) {
        tell(false, still.get());
        return;
      }
    }
    tell(voice.isPresent(), voice.map(v -> Reason.of("notify.sound.well", v.name()))
        .orElse(Reason.of("notify.sound.no-device")));
  }

  /** A driver may throw what it likes; this thread goes on. */
  private Optional<Reason> play(Voice voice, byte[] pcm, BooleanSupplier stop) {
    try {
      return voice.play(pcm, stop);
    } catch (RuntimeException driver) {
      return Optional.of(Reason.of("notify.sound.failed", voice.name(), driver));
    }
  }

  private boolean ready(Voice voice) {
    try {
      return voice.ready();
    } catch (RuntimeException driver) {
      return false;
    }
  }

  private synchronized void tell(boolean well, Reason why) {
    Report.Health now = new Report.Health("sound", well, why);
    if (reported.equals(Optional.of(now))) return;
    reported = Optional.of(now);
    health.accept(now);
  }

  @Override
  public void close() {
    closing = true;
    thread.interrupt();
    try {
      thread.join(PATIENCE_AT_END);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
