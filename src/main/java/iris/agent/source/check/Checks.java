package iris.agent.source.check;

import iris.probe.Probe;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * What all checks of an agent share: the probe with its lookups, and how many may be under way at a time. Thousands of
 * checks then cost what is under way, whatever does not answer.
 */
public final class Checks {
  /** Connections under way; as many dead hosts do not keep the living out before each has had its limit. */
  static final int CONNECTIONS = 512;
  /** Commands under way: each is a process, often a whole interpreter. */
  static final int COMMANDS = 32;

  private final Semaphore connections = new Semaphore(CONNECTIONS, true);
  private final Semaphore commands = new Semaphore(COMMANDS, true);
  private final Probe probe;
  private final InstantSource clock;
  private final Map<String, String> environment;

  /** @param environment of the agent; commands get the harmless part of it */
  public Checks(Probe probe, InstantSource clock, Map<String, String> environment) {
    this.probe = probe;
    this.clock = clock;
    this.environment = CleanEnvironment.of(environment);
  }

  Semaphore connections() {
    return connections;
  }

  Semaphore commands() {
    return commands;
  }

  Probe probe() {
    return probe;
  }

  InstantSource clock() {
    return clock;
  }

  Map<String, String> environment() {
    return environment;
  }
}
