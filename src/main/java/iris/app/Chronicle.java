package iris.app;

import iris.agent.Vitals;
import iris.signal.Reason;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says on standard error what changed in how the agent does, one sentence each: the lines of the system's journal. */
final class Chronicle {
  private final Terminal terminal;
  private final Map<String, Boolean> sources = new HashMap<>();
  private Map<String, Reason> troubles = Map.of();

  Chronicle(Terminal terminal) {
    this.terminal = terminal;
  }

  void look(Vitals vitals) {
    Map<String, Reason> now = new LinkedHashMap<>();
    // By key: a trouble that goes on says other times and figures, and is the same trouble.
    for (Reason trouble : vitals.trouble()) now.putIfAbsent(trouble.key(), trouble);
    now.forEach((key, trouble) -> {
      if (!troubles.containsKey(key)) terminal.complain(trouble);
    });
    troubles.forEach((key, trouble) -> {
      if (!now.containsKey(key)) note("app.agent.trouble-over", terminal.words().say(trouble));
    });
    troubles = now;
    for (Vitals.OfService service : vitals.services())
      for (Vitals.OfSource source : service.sources()) look(service.service(), source);
  }

  /** A source that was never otherwise than well is not worth a line. */
  private void look(String service, Vitals.OfSource source) {
    String name = service + "/" + source.source();
    Boolean was = sources.put(name, source.well());
    if (was == null && source.well() || was != null && was == source.well()) return;
    note(source.well() ? "app.agent.source-well" : "app.agent.source-unwell", name, terminal.words().say(source.why()));
  }

  private void note(String key, Object... args) {
    terminal.err().println(terminal.words().say(key, args));
  }
}
