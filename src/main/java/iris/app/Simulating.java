package iris.app;

import iris.agent.simulate.House;
import iris.agent.simulate.Plan;
import iris.agent.simulate.Nature;
import iris.agent.simulate.Siv;
import iris.words.Words;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** {@code iris simulate siv}: stands in for the real service until it is interrupted. */
final class Simulating {
  private Simulating() {}

  static int run(Order.Simulate order, Terminal terminal) throws Misuse, InterruptedException {
    if (new InetSocketAddress(order.host(), order.port()).isUnresolved()) throw new Misuse("app.simulate.host", order.host());
    List<Plan.Step> script = order.script().isPresent() ? ScriptFile.read(order.script().get()) : List.of();
    Plan plan = new Plan(order.host(), order.port(), order.certificate(), order.log(), order.form(), order.traffic(),
        true, order.speed(), Nature.of(order.peak(), 310), script);
    CountDownLatch over = new CountDownLatch(1);
    Words words = terminal.words();
    try (Farewell _ = new Farewell(over::countDown); House house = House.open();
        Siv siv = new Siv(plan, house, Instant::now, words,
            why -> terminal.say(words.say("app.simulate.told", Instant.now(), words.say(why))))) {
      introduce(siv, plan, terminal);
      over.await();
    } catch (FileSystemException e) {
      throw new Misuse("app.simulate.not-written", String.valueOf(e.getFile()));
    } catch (IOException e) {
      if (e instanceof BindException || e.getCause() instanceof BindException)
        throw new Misuse("app.simulate.taken", order.host(), order.port(), order.port() + 2);
      throw new Misuse("app.simulate.not-started", e.getMessage());
    }
    return 0;
  }

  private static void introduce(Siv siv, Plan plan, Terminal terminal) {
    Words words = terminal.words();
    terminal.say(words.say("app.simulate.front", siv.front()));
    terminal.say(words.say("app.simulate.external", siv.external()));
    URI admin = siv.admin().orElseThrow();
    terminal.say(words.say("app.simulate.admin", admin));
    plan.log().map(Path::toAbsolutePath).ifPresent(file -> terminal.say(words.say("app.simulate.log", file)));
    plan.certificate().map(Path::toAbsolutePath).ifPresent(f -> terminal.say(words.say("app.simulate.certificate", f)));
    terminal.say(words.say("app.simulate.how", siv.front().getPort()));
  }
}
