package iris.report.data;

import iris.report.Reckoning;
import iris.report.Figure;
import iris.report.Statement;
import iris.signal.Reason;
import iris.words.Lang;
import iris.words.Words;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The figures for a spreadsheet, one line for each service, time and figure. UTF-8 with a byte order mark, without which
 * a spreadsheet reads accents as two letters; columns as a spreadsheet of the language reads them by itself: semicolon
 * and decimal comma in French, comma and point in English. The names of columns and figures are the same in both.
 */
public final class CsvReport {
  private static final String HEAD = "contract,service,from,to,figure,about,value,unit,note";
  private static final String MARK = "\ufeff";

  private final Words words;
  private final char between;
  private final StringBuilder out = new StringBuilder(MARK);

  private CsvReport(Words words) {
    this.words = words;
    between = words.lang() == Lang.FR ? ';' : ',';
  }

  public static byte[] of(Statement statement, Words words) {
    CsvReport csv = new CsvReport(words);
    csv.line(HEAD.split(","));
    for (Reckoning account : statement.services()) {
      csv.verdict(account);
      for (Figure figure : account.figures()) csv.figure(account, figure);
    }
    return csv.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void verdict(Reckoning a) {
    ZoneId zone = a.contract().zone();
    line(text(a.contract().id()), text(a.service()), at(a.period().from(), zone), at(a.period().to(), zone), "verdict",
        "", a.judgement().name(), "", text(words.say("report.judgement." + a.judgement())));
  }

  private void figure(Reckoning a, Figure f) {
    ZoneId zone = a.contract().zone();
    line(text(a.contract().id()), text(a.service()), at(f.from(), zone), at(f.to(), zone), f.key(), text(f.about()),
        f.value().isPresent() ? number(f) : "", f.unit().sign(), text(f.note().map(this::said).orElse("")));
  }

  private String said(Reason note) {
    return words.say(note);
  }

  private String number(Figure f) {
    String plain = f.unit().plain(f.value().getAsDouble()).toPlainString();
    return words.lang() == Lang.FR ? plain.replace('.', ',') : plain;
  }

  private static String at(Instant at, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone));
  }

  /** A spreadsheet takes what begins so for a formula and runs it: a service can be named by whoever writes its feed. */
  private static String text(String text) {
    String stripped = text.strip();
    boolean formula = !stripped.isEmpty() && "=+-@".indexOf(stripped.charAt(0)) >= 0
        || !text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }

  private void line(String... cells) {
    out.append(Arrays.stream(cells).map(this::quoted).collect(Collectors.joining(String.valueOf(between)))).append("\r\n");
  }

  /** As RFC 4180 says. */
  private String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == between || c == '"' || c == '\r' || c == '\n');
    return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
  }
}
