package iris.agent.source.check;

import java.util.List;

/**
 * What a Nagios plugin said: {@code TEXT | performance data}, then perhaps long text, and further performance data
 * after the next bar. See the Monitoring Plugins' development guidelines.
 *
 * @param sentence first line, without control characters, at most {@link #SHOWN}
 */
record PluginOutput(String sentence, List<Performance> performance) {
  static final int SHOWN = 200;

  static PluginOutput of(String said) {
    String text = said.strip();
    int end = text.indexOf('\n');
    String first = end < 0 ? text : text.substring(0, end);
    String rest = end < 0 ? "" : text.substring(end + 1);
    int bar = first.indexOf('|');
    int barBelow = rest.indexOf('|');
    String data = (bar < 0 ? "" : first.substring(bar + 1))
        + (barBelow < 0 ? "" : " " + rest.substring(barBelow + 1));
    return new PluginOutput(sentence(bar < 0 ? first : first.substring(0, bar)), Performance.all(data));
  }

  private static String sentence(String line) {
    String clean = line.replaceAll("\\p{Cntrl}+", " ").strip();
    return clean.length() > SHOWN ? clean.substring(0, SHOWN) + "…" : clean;
  }
}
