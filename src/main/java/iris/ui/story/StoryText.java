package iris.ui.story;

import java.util.List;

/** The story as text, for a mail or a ticket. */
final class StoryText {
  private StoryText() {}

  static String of(Facts facts, List<StoryLine> lines) {
    StringBuilder text = new StringBuilder(facts.title()).append(" (").append(facts.state()).append(")\n");
    for (Facts.Fact fact : facts.facts()) text.append(fact.label()).append("\t").append(fact.value()).append('\n');
    text.append('\n');
    for (StoryLine line : lines) {
      text.append(line.time());
      line.known().ifPresent(known -> text.append(" (").append(known).append(')'));
      text.append('\t').append(line.word()).append('\t').append(line.sentence()).append('\n');
      line.quote().ifPresent(quote -> quote.lines().forEach(q -> text.append("\t\t> ").append(q).append('\n')));
    }
    return text.toString();
  }
}
