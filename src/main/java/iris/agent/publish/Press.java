package iris.agent.publish;

import iris.agent.AgentConfig;
import iris.agent.Published;
import iris.agent.Shelf;
import iris.signal.Service;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One service: its newest document, written by one thread and read by all, and its days that are over. */
final class Press {
  /** What was published just before midnight is on the shelf by then, and the day changes no more. */
  static final Duration GRACE = Duration.ofMinutes(2);
  /** Periods under a minute are for exercises: a whole day of them would be no document to read. */
  private static final int EXERCISE = 288;
  private static final int PAGES = 16;

  private final Service service;
  private final Documents documents;
  private final Shelf shelf;
  private final Duration keep;
  private final int windows;
  private final Map<LocalDate, Page> pages = new LinkedHashMap<>(PAGES, 0.75f, true);
  private volatile Stock stock = Stock.EMPTY;
  private LocalDate asked = LocalDate.MIN;
  private volatile Optional<LocalDate> oldest = Optional.empty();
  private volatile @Nullable Page page;

  Press(AgentConfig config, Service service, Documents documents, Shelf shelf) {
    this.service = service;
    this.documents = documents;
    this.shelf = shelf;
    keep = config.publication().keep();
    boolean exercise = config.period().compareTo(Duration.ofMinutes(1)) < 0;
    windows = exercise ? EXERCISE : (int) Stock.DAY.dividedBy(config.period());
  }

  Service service() {
    return service;
  }

  /** Starts with what is on the shelf. */
  void load(Instant now, Instant built) {
    Instant horizon = now.plus(Stock.DAY);
    take(shelf.between(service.id(), now.minus(Stock.DAY), horizon));
    take(shelf.open(service.id()));
    look(now);
    print(now, built);
  }

  void take(Collection<Published> news) {
    stock = stock.plus(news);
  }

  /** Replaces the newest document; for the one thread that writes. */
  void print(Instant now, Instant built) {
    stock = stock.at(now, windows);
    page = Page.of(documents.current(stock, built, newestDay(now)), now, Optional.ofNullable(page));
  }

  /** Asks the shelf once a day how far back it goes; the newest document does not wait for the answer. */
  void look(Instant now) {
    LocalDate today = Documents.day(now.minus(GRACE));
    if (today.equals(asked) && oldest.isPresent()) return;
    oldest = shelf.oldest(service.id()).map(Documents::day);
    asked = today;
  }

  Page page() {
    return Objects.requireNonNull(page, "printed before it is asked for");
  }

  /** Newest first. */
  List<Published> stock() {
    return stock.all();
  }

  /** The newest day that is over and kept. */
  Optional<LocalDate> newestDay(Instant now) {
    return Optional.of(Documents.day(now.minus(GRACE)).minusDays(1)).filter(day -> isKept(day, now));
  }

  /** The oldest day that is kept, if any is over. */
  Optional<LocalDate> oldestDay(Instant now) {
    LocalDate limit = Documents.day(now.minus(keep));
    return newestDay(now).flatMap(newest -> oldest).map(day -> day.isBefore(limit) ? limit : day);
  }

  boolean isKept(LocalDate day, Instant now) {
    boolean over = day.isBefore(Documents.day(now.minus(GRACE)));
    boolean old = oldest.isEmpty() || day.isBefore(oldest.get()) || day.isBefore(Documents.day(now.minus(keep)));
    return over && !old;
  }

  /** A day that is over, from any thread; empty if it is not over yet or no longer kept. */
  Optional<Page> archive(LocalDate day, Instant now) {
    if (!isKept(day, now)) return Optional.empty();
    synchronized (pages) {
      Page known = pages.get(day);
      if (known != null) return Optional.of(known);
    }
    List<Published> items = shelf.between(service.id(), Documents.start(day), Documents.end(day));
    boolean older = isKept(day.minusDays(1), now);
    Page made = Page.of(documents.archive(day, items, older), Documents.end(day), Optional.empty());
    synchronized (pages) {
      pages.put(day, made);
      if (pages.size() > PAGES) pages.remove(pages.keySet().iterator().next());
    }
    return Optional.of(made);
  }
}
