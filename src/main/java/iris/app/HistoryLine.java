package iris.app;

import iris.history.keep.FileForm;
import iris.history.keep.Kind;
import iris.history.keep.Selection;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** {@code iris history backup|restore|verify|export|import}, understood and checked. */
final class HistoryLine {
  static final List<String> OPTIONS = List.of("--format", "--out", "--service", "--from", "--to", "--kind");
  private static final String WORDS = "backup, restore, verify, export, import";

  private final ParseResult said;
  private final String[] words;

  private HistoryLine(ParseResult said) {
    this.said = said;
    words = said.matchedPositionalValue(0, new String[0]);
  }

  static Order order(ParseResult said, Order.Common common) throws Misuse {
    return new Order.History(common, new HistoryLine(said).errand());
  }

  private Order.History.Errand errand() throws Misuse {
    boolean export = words[0].equals("export");
    for (String option : OPTIONS)
      if (!export && said.hasMatchedOption(option)) throw new Misuse("app.usage.elsewhere", option, "history export");
    return switch (words[0]) {
      case "backup" -> new Order.History.Backup(file());
      case "restore" -> new Order.History.Restore(file());
      case "import" -> new Order.History.Import(file());
      case "verify" -> {
        nothingMore();
        yield new Order.History.Verify();
      }
      case "export" -> {
        nothingMore();
        yield export();
      }
      default -> throw new Misuse("app.usage.choice", "history", words[0], WORDS);
    };
  }

  private Order.History.Errand export() throws Misuse {
    for (String must : List.of("--format", "--out"))
      if (!said.hasMatchedOption(must)) throw new Misuse("app.usage.missing", "history", must);
    FileForm form = Orders.one(FileForm.class, "--format", text("--format").orElseThrow());
    Optional<String> kind = text("--kind");
    Kind what = kind.isEmpty() ? Kind.WINDOWS : Orders.one(Kind.class, "--kind", kind.get());
    Optional<Instant> from = at("--from", false);
    Optional<Instant> to = at("--to", true);
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get()))
      throw new Misuse("app.history.backwards", text("--from").orElseThrow(), text("--to").orElseThrow());
    return new Order.History.Export(
        new Selection(what, text("--service"), from, to), form, Orders.path("--out", text("--out").orElseThrow()));
  }

  private Path file() throws Misuse {
    if (words.length < 2) throw new Misuse("app.usage.missing", "history", "FILE");
    return Orders.path("FILE", words[1]);
  }

  private void nothingMore() throws Misuse {
    if (words.length > 1) throw new Misuse("app.usage.argument", words[1]);
  }

  private Optional<String> text(String option) {
    return Optional.ofNullable(said.matchedOptionValue(option, (String) null));
  }

  private Optional<Instant> at(String option, boolean end) throws Misuse {
    Optional<String> written = text(option);
    if (written.isEmpty()) return Optional.empty();
    return Optional.of(at(option, written.get().strip(), end, ZoneId.systemDefault()));
  }

  /** A day or a month is meant whole: as an end it is its last moment. Without a zone it is the local time. */
  static Instant at(String option, String written, boolean end, ZoneId zone) throws Misuse {
    try {
      if (written.matches("\\d{4}-\\d\\d"))
        return YearMonth.parse(written).plusMonths(end ? 1 : 0).atDay(1).atStartOfDay(zone).toInstant();
      if (written.matches("\\d{4}-\\d\\d-\\d\\d"))
        return LocalDate.parse(written).plusDays(end ? 1 : 0).atStartOfDay(zone).toInstant();
      String iso = written.replaceFirst("^(\\S+) +", "$1T");
      return iso.matches(".*T.*(Z|z|[+-]\\d\\d(:?\\d\\d)?)$")
          ? OffsetDateTime.parse(iso).toInstant()
          : LocalDateTime.parse(iso).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw new Misuse("app.history.time", option, written);
    }
  }
}
