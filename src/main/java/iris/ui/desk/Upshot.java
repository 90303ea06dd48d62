package iris.ui.desk;

import iris.ui.alert.Names;
import iris.words.Words;
import java.util.List;

/** What became of all that was done at once, as one sentence: of many, the last one alone would pass for all of it. */
public final class Upshot {
  private Upshot() {}

  /** @param all at least one, oldest first */
  public static String of(List<Answers.Answer> all, ActSentence sentence) {
    Words words = sentence.words();
    List<Answers.Answer> refused = all.stream().filter(a -> a.refusal().isPresent()).toList();
    if (refused.isEmpty()) return sentence.said(all.stream().map(Answers.Answer::act).toList());
    String why = words.say("ui.desk.refused", Names.sentence(refused.getFirst().refusal().get().why(), words));
    return all.size() == 1 ? why : words.say("ui.station.refused", refused.size(), all.size(), why);
  }
}
