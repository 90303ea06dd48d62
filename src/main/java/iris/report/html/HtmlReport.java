package iris.report.html;

import iris.report.Block;
import iris.report.Block.Table;
import iris.report.Paper;
import iris.report.Tone;
import iris.report.plot.ChartPlot;
import iris.report.plot.StripPlot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A report as one file for a browser: nothing is loaded from elsewhere and nothing runs in it, which it says to the
 * browser as well. Well-formed XML, so that any program reads it.
 */
public final class HtmlReport {
  private static final double WIDTH = 640;

  private final StringBuilder out = new StringBuilder();

  private HtmlReport() {}

  /** In UTF-8. */
  public static byte[] of(Paper paper) {
    HtmlReport report = new HtmlReport();
    report.write(paper);
    return report.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void write(Paper paper) {
    out.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
        .append(paper.lang().locale().toLanguageTag()).append("\">\n<head>\n<meta charset=\"utf-8\"/>\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
        .append("<meta name=\"generator\" content=\"IRIS\"/>\n<title>")
        .append(Escape.of(paper.title() + ", " + paper.period())).append("</title>\n<style>\n").append(style())
        .append("</style>\n</head>\n<body>\n<main>\n<header>\n");
    element("h1", "", paper.title());
    element("p", "period", paper.period());
    out.append("</header>\n");
    for (Block block : paper.blocks()) block(block);
    out.append("</main>\n</body>\n</html>\n");
  }

  private void block(Block block) {
    switch (block) {
      case Block.Heading heading -> element("h" + (heading.level() + 1), "", heading.text());
      case Block.Sentence(String text, Tone tone) -> element("p", style(tone), signed(tone) + text);
      case Table table -> table(table);
      case Block.Chart chart -> figure(chart.caption(), Svg.of(ChartPlot.of(chart, WIDTH), chart.said()));
      case Block.Strip strip -> figure(strip.caption(), Svg.of(StripPlot.of(strip, WIDTH), strip.said()));
      case Block.Rules rules -> {
        out.append("<ol class=\"rules\">\n");
        rules.rules().forEach(rule -> element("li", "", rule));
        out.append("</ol>\n");
      }
    }
  }

  private void table(Table table) {
    out.append("<table>\n");
    if (!table.caption().isEmpty()) element("caption", "", table.caption());
    out.append("<thead><tr>\n");
    for (Table.Column column : table.columns())
      out.append("<th scope=\"col\"").append(column.figures() ? " class=\"figure\"" : "").append('>')
          .append(Escape.of(column.head())).append("</th>\n");
    out.append("</tr></thead>\n<tbody>\n");
    for (List<Table.Cell> row : table.rows()) {
      out.append("<tr>\n");
      for (int i = 0; i < row.size(); i++) cell(row.get(i), i == 0, table.columns().get(i).figures());
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table>\n");
  }

  private void cell(Table.Cell cell, boolean first, boolean figure) {
    String styles = (style(cell.tone()) + (figure ? " figure" : "")).strip();
    out.append(first ? "<th scope=\"row\"" : "<td").append(styles.isEmpty() ? "" : " class=\"" + styles + "\"").append('>')
        .append(Escape.of(cell.signed())).append(first ? "</th>\n" : "</td>\n");
  }

  private void figure(String caption, String svg) {
    out.append("<figure>\n");
    element("figcaption", "", caption);
    out.append(svg).append("</figure>\n");
  }

  private void element(String name, String style, String text) {
    out.append('<').append(name).append(style.isEmpty() ? "" : " class=\"" + style + "\"").append('>')
        .append(Escape.of(text)).append("</").append(name).append(">\n");
  }

  private static String signed(Tone tone) {
    return tone.sign().isEmpty() ? "" : tone.sign() + "\u00a0";
  }

  private static String style(Tone tone) {
    return tone == Tone.PLAIN ? "" : tone.name().toLowerCase(Locale.ROOT);
  }

  private static String style() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      if (in == null) throw new IllegalStateException("the program is damaged: no report.css");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
