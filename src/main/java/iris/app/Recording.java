package iris.app;

import iris.alarm.Desk;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.alarm.Outcome;
import iris.history.Entry;
import iris.history.Keeper;
import iris.history.Retention;
import iris.signal.Report;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Between the desk and who hears of it: the journal's thread, or nothing where there is no journal. */
final class Recording implements Desk.Sink, AutoCloseable {
  /** Who hears what the desk decided, in order and on one thread, once it is kept. */
  @FunctionalInterface
  interface Heard {
    /** @param kept the journal's number of the last entry; 0 without a journal */
    void hear(List<Entry> entries, long kept);
  }

  private final Heard heard;
  private final Optional<Keeper> keeper;

  Recording(Outset outset, Retention retention, Heard heard, Consumer<Report> reports) {
    this.heard = heard;
    outset.journal().ifPresent(journal -> journal.keep(retention));
    keeper = outset.journal().map(journal -> new Keeper(journal, this::durable, reports));
  }

  private void durable(List<Entry> entries) {
    heard.hear(entries, keeper.map(Keeper::kept).orElse(0L));
  }

  @Override
  public void accept(Now now, Input input, Outcome outcome) {
    Entry entry = new Entry(now, input, outcome);
    keeper.ifPresentOrElse(k -> k.keep(entry), () -> heard.hear(List.of(entry), 0));
  }

  /** What a watch looks after. */
  Optional<PartsWatch.Part> part() {
    return keeper.map(k -> new PartsWatch.Part("journal", k::waiting, k::turns, k::stack));
  }

  @Override
  public void close() {
    keeper.ifPresent(Keeper::close);
  }
}
