package iris.ui.desk;

import iris.words.Words;
import java.util.ArrayList;
import java.util.List;

/** The sentence about what is selected, with nothing cut off. */
final class Details {
  private Details() {}

  static String of(List<AlarmRow> rows, List<MutedRow> muted, Words words) {
    if (rows.size() + muted.size() > 1) return words.say("ui.desk.detail.many", rows.size() + muted.size());
    if (!muted.isEmpty()) return muted.getFirst().spoken();
    if (rows.isEmpty()) return words.say("ui.desk.detail.none");
    AlarmRow row = rows.getFirst();
    List<String> said = new ArrayList<>(List.of(row.subject() + ", " + row.what() + " " + row.since()));
    if (!row.origin().isEmpty()) said.add(words.say("ui.desk.detail.origin", row.origin()));
    said.add(row.why());
    said.addAll(row.notes().reversed());
    return String.join(" · ", said);
  }
}
