package iris.agent.source.check;

import iris.agent.Evidence;
import iris.agent.SourceSpec;
import iris.agent.SourceSpec.Asked;
import iris.probe.ProbeResult;
import iris.probe.Request;
import iris.probe.Target;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;

/** How one thing is asked, once. */
interface Asking {
  /** What was found, and what it took. */
  record Found(Verdict verdict, Duration took, Optional<Evidence.Steps> steps, OptionalInt certificateDays) {}

  /** Blocks, at most for a little longer than the check's timeout. */
  Found ask() throws InterruptedException;

  /** The places of which it needs one. */
  Semaphore places();

  static Asking of(SourceSpec.Check spec, Checks checks) {
    return switch (spec.asked()) {
      case Asked.Command command -> new PluginCheck(command, spec.timeout(), checks);
      case Asked.Http http -> probing(signed(http), spec, checks, result -> Judge.page(http, result));
      case Asked.Tcp tcp -> probing(new Target.Door(tcp.host(), tcp.port()), spec, checks, Judge::door);
      case Asked.Dns dns -> probing(new Target.Name(dns.host()), spec, checks, result -> Judge.name(dns, result));
    };
  }

  private static Target.Page signed(Asked.Http http) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("User-Agent", "IRIS/1.0 (reporting agent)");
    headers.putAll(http.headers());
    return new Target.Page(http.url(), new Request(http.method(), headers, http.body()));
  }

  private static Asking probing(
      Target target, SourceSpec.Check spec, Checks checks, java.util.function.Function<ProbeResult, Verdict> judge) {
    return new Asking() {
      @Override
      public Found ask() throws InterruptedException {
        ProbeResult result = checks.probe().check(target, spec.timeout());
        ProbeResult.Steps s = result.steps();
        OptionalInt days =
            result instanceof ProbeResult.Answered answered ? answered.certificateDays() : OptionalInt.empty();
        return new Found(judge.apply(result), s.whole(),
            Optional.of(new Evidence.Steps(s.dns(), s.connect(), s.tls(), s.firstByte())), days);
      }

      @Override
      public Semaphore places() {
        return checks.connections();
      }
    };
  }
}
