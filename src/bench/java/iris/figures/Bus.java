package iris.figures;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A session bus of its own with the real notification daemon on it, and what listens in and counts. */
final class Bus implements AutoCloseable {
  private final List<Process> parts = new ArrayList<>();
  private final AtomicInteger notified = new AtomicInteger();
  private final String address;

  Bus(Display display) throws IOException {
    Process bus = new ProcessBuilder("dbus-daemon", "--session", "--print-address", "--nofork", "--nopidfile").start();
    parts.add(bus);
    address = bus.inputReader().readLine();
    ProcessBuilder daemon = new ProcessBuilder("dunst").redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    daemon.environment().putAll(environment());
    daemon.environment().put("DISPLAY", display.name());
    parts.add(daemon.start());
    ProcessBuilder monitor = new ProcessBuilder("dbus-monitor", "--session",
        "type='method_call',interface='org.freedesktop.Notifications',member='Notify'");
    monitor.environment().putAll(environment());
    Process listening = monitor.start();
    parts.add(listening);
    Thread.ofPlatform().daemon().start(() -> count(listening));
  }

  private void count(Process monitor) {
    try (BufferedReader in = monitor.inputReader()) {
      for (String line; (line = in.readLine()) != null; )
        if (line.startsWith("method call") && line.contains("member=Notify")) notified.incrementAndGet();
    } catch (IOException ended) {
      System.out.println("the listener on the bus ended: " + ended.getMessage());
    }
  }

  Map<String, String> environment() {
    return Map.of("DBUS_SESSION_BUS_ADDRESS", address);
  }

  /** Calls of Notify that the daemon got so far. */
  int notified() {
    return notified.get();
  }

  @Override
  public void close() {
    parts.reversed().forEach(Process::destroy);
  }
}
