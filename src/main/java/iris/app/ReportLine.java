package iris.app;

import iris.report.Format;
import iris.report.Term;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ParseResult;

/** {@code iris report}, understood and checked. */
final class ReportLine {
  private static final List<String> OF_ONE = List.of("--service", "--period", "--out", "--format");
  /** Whether a period is one does not depend on the day. */
  private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 1);

  private ReportLine() {}

  static Order order(ParseResult said, Order.Common common) throws Misuse {
    if (said.hasMatchedOption("--due")) {
      for (String other : OF_ONE)
        if (said.hasMatchedOption(other)) throw new Misuse("app.usage.elsewhere", other, "report");
      return new Order.DueReport(common);
    }
    String period = text(said, "--period").orElse("month");
    if (Term.of(period, ANY_DAY).isEmpty()) throw new Misuse("app.usage.period", period);
    String out = text(said, "--out").orElseThrow(() -> new Misuse("app.usage.missing", "report", "--out"));
    return new Order.Report(common, services(text(said, "--service").orElse("all")), period, Orders.path("--out", out), format(said, out));
  }

  private static List<String> services(String written) throws Misuse {
    List<String> keys = Arrays.stream(written.split(",")).map(String::strip).filter(k -> !k.isEmpty()).toList();
    // Nobody means everybody who leaves the keys away: a script's variable that is empty once sent a customer all of them.
    if (keys.isEmpty()) throw new Misuse("app.usage.no-value", "--service");
    return keys.equals(List.of("all")) ? List.of() : keys;
  }

  /** What is said goes before the end of the file's name. */
  private static Format format(ParseResult said, String out) throws Misuse {
    Optional<String> word = text(said, "--format");
    if (word.isPresent()) return Orders.one(Format.class, "--format", word.get());
    String all = Arrays.stream(Format.values()).map(Format::end).collect(Collectors.joining(", "));
    return Format.of(out).orElseThrow(() -> new Misuse("app.usage.report-format", out, all));
  }

  private static Optional<String> text(ParseResult said, String option) {
    return Optional.ofNullable(said.matchedOptionValue(option, (String) null));
  }
}
