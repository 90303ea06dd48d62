package iris.app.check;

import iris.rss.ReadOptions;
import iris.rss.Reading;
import iris.rss.Rss;
import iris.rss.strict.Strict;
import iris.signal.Bulletin;
import iris.signal.Finding;
import iris.signal.Incident;
import iris.signal.Item;
import iris.signal.Reason;
import iris.signal.Window;
import iris.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What {@code iris check} found, judged at one instant.
 *
 * @param bulletin empty where the source could not be reached or read; then {@code findings} says why
 * @param states one for each service the feed names or speaks of
 */
public record CheckReport(
    Instant now, Optional<Bulletin> bulletin, List<ServiceVerdict> states, Coverage coverage, List<Finding> findings) {

  /** The whole answer: what goes to standard output, without a line end, and the exit code. */
  public record Answer(String text, int exit) {}

  public CheckReport {
    Objects.requireNonNull(now);
    Objects.requireNonNull(bulletin);
    states = List.copyOf(states);
    Objects.requireNonNull(coverage);
    findings = List.copyOf(findings);
  }

  /** The options with which {@code check} reads: a foreign feed's service takes the name of the feed. */
  public static ReadOptions options(Optional<String> charset) {
    ReadOptions any = ReadOptions.of("feed", "");
    return charset.map(any::charset).orElse(any);
  }

  /** @param charset of the HTTP answer, empty for a file */
  public static CheckReport of(byte[] document, Optional<String> charset, Instant now) {
    return of(document, options(charset), now);
  }

  public static CheckReport of(byte[] document, ReadOptions options, Instant now) {
    return of(Rss.read(document, options), now);
  }

  /** The same, and whatever is not as profile 1 says to the letter. A document that cannot be read says that alone. */
  public static CheckReport strict(byte[] document, Optional<String> charset, Instant now) {
    return strict(document, options(charset), now);
  }

  /** The same of a document that is read as its source wants it. */
  public static CheckReport strict(byte[] document, ReadOptions options, Instant now) {
    CheckReport lenient = of(document, options, now);
    if (!lenient.readable()) return lenient;
    List<Finding> findings = new ArrayList<>(Strict.findings(document, options.charset()));
    // Silence would leave open whether anything was held against anything.
    if (findings.isEmpty()) findings.add(new Finding(Finding.Level.INFO, 0, Reason.of("app.check.strict-well")));
    findings.addAll(lenient.findings());
    return new CheckReport(now, lenient.bulletin(), lenient.states(), lenient.coverage(), findings);
  }

  public static CheckReport of(Reading reading, Instant now) {
    return switch (reading) {
      case Reading.Garbled(int line, Reason why) -> failed(line, why, now);
      case Reading.Read(Bulletin bulletin) -> understood(bulletin, now);
    };
  }

  /** No document came: {@code why} is the reason of the fetch. */
  public static CheckReport unreached(Reason why, Instant now) {
    return failed(0, why, now);
  }

  private static CheckReport failed(int line, Reason why, Instant now) {
    Finding error = new Finding(Finding.Level.ERROR, line, why);
    return new CheckReport(now, Optional.empty(), List.of(), Coverage.NONE, List.of(error));
  }

  private static CheckReport understood(Bulletin bulletin, Instant now) {
    List<Finding> findings = new ArrayList<>(bulletin.findings());
    Coverage coverage = Coverage.of(bulletin, now);
    Verdicts verdicts = new Verdicts(bulletin, now);
    List<ServiceVerdict> states = verdicts.all();
    for (ServiceVerdict s : states) s.why().ifPresent(w -> findings.add(new Finding(Finding.Level.WARNING, 0, w)));
    if (states.isEmpty()) findings.add(new Finding(Finding.Level.WARNING, 0, Reason.of("app.check.no-service")));
    bulletin.windows().map(Window::to).filter(now.plus(Measured.SKEW)::isBefore).max(Instant::compareTo).ifPresent(to ->
        findings.add(new Finding(Finding.Level.WARNING, 0, Reason.of("app.check.ahead", to))));
    if (!coverage.missing().isEmpty()) {
      Reason gap = Reason.of("app.check.missing", coverage.missing().size(), coverage.missing().getFirst());
      findings.add(new Finding(Finding.Level.WARNING, 0, gap));
    }
    return new CheckReport(now, Optional.of(bulletin), states, coverage, findings);
  }

  boolean readable() {
    return bulletin.isPresent();
  }

  List<Incident> incidents() {
    return bulletin.map(Bulletin::incidents).orElse(List.of());
  }

  List<Incident> open() {
    return incidents().stream().filter(Incident::open).toList();
  }

  List<Item> items() {
    return bulletin.map(Bulletin::items).orElse(List.of());
  }

  /** When the feed spoke last: the newest date of an item. */
  Optional<Instant> newest() {
    return items().stream().map(i -> i.updated().or(i::published)).flatMap(Optional::stream).max(Instant::compareTo);
  }

  /** The answer in a format; exit codes as feed-profile.md gives them. */
  public Answer answer(iris.app.Order.Check.Format format, Words words) {
    return switch (format) {
      case JSON -> new Answer(JsonForm.of(this, words), exit());
      case TEXT -> new Answer(TextForm.of(this, words), exit());
      case NAGIOS -> NagiosForm.of(this, words);
    };
  }

  private int exit() {
    return readable() ? 0 : 3;
  }
}
