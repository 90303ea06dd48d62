package iris.ui.charts;

import iris.history.years.Grain;
import iris.ui.charts.model.Ticks;
import iris.words.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times as they stand under a chart and beside it, on the reader's clock. */
final class Moments {
  private final Words words;
  private final DateTimeFormatter time;
  private final DateTimeFormatter day;
  private final DateTimeFormatter month;
  private final DateTimeFormatter full;
  private final DateTimeFormatter offset;

  Moments(Words words) {
    this.words = words;
    time = form("HH:mm");
    day = form("EEE dd/MM");
    month = form("MMM");
    full = form("EEE dd/MM/yyyy HH:mm");
    offset = form("xxx");
  }

  private DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, words.lang().locale()).withZone(zone());
  }

  ZoneId zone() {
    return words.figures().zone();
  }

  String tick(Ticks.Tick tick) {
    return switch (tick.form()) {
      case TIME -> time.format(tick.at());
      case DAY -> day.format(tick.at());
      case MONTH -> month.format(tick.at());
      case YEAR -> Integer.toString(tick.at().atZone(zone()).getYear());
    };
  }

  String at(Instant at) {
    return full.format(at);
  }

  /** The second without its day where both are of one; with the zone's offset where the clock was put between them. */
  String between(Instant from, Instant to) {
    boolean oneDay = from.atZone(zone()).toLocalDate().equals(to.minusMillis(1).atZone(zone()).toLocalDate());
    boolean turned = !offset.format(from).equals(offset.format(to));
    String first = full.format(from) + (turned ? " " + offset.format(from) : "");
    String last = (oneDay ? time.format(to) : full.format(to)) + (turned ? " " + offset.format(to) : "");
    return words.say("ui.charts.between", first, last);
  }

  String grain(Grain grain) {
    return words.say("ui.charts.grain." + grain);
  }
}
