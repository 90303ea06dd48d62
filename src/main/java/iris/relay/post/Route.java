package iris.relay.post;

import iris.relay.Message;
import iris.relay.Message.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One target as the sorting sees it: its post, and what it was told so far. On the relay's thread. */
final class Route {
  final Post post;
  Told told;
  long seq;
  /** Of the outcomes that are being put into the outbox. */
  final List<Message> letters = new ArrayList<>();
  Told after;
  boolean well = true;
  boolean said;

  Route(Post post, Place place) {
    this.post = post;
    told = place.told();
    after = told;
    seq = place.seq();
  }

  /** Something among them tells how a signal stands, and not only how it did. */
  static boolean events(Map<String, List<Letter>> letters) {
    return letters.values().stream().flatMap(List::stream).anyMatch(l -> l.message().sort() != Sort.STATISTIC);
  }

  String id() {
    return post.target().id();
  }

  /** What comes next is held against all that was told. */
  void anew() {
    after = after.unseen();
  }

  void tell(Said said) {
    after = said.told();
    for (Message m : said.messages()) if (takes(m.sort())) letters.add(m);
  }

  private boolean takes(Sort sort) {
    return post.target().wants(sort, true) && post.courier().takes(sort);
  }

  /** Once when it changes; that it is well also once after a start, since the last program may have said otherwise. */
  boolean changed(Standing s) {
    boolean now = s.trouble().isEmpty();
    boolean proven = !now || s.delivered().isPresent() && s.last().isEmpty();
    if (!proven || said && well == now) return false;
    said = true;
    well = now;
    return true;
  }

  boolean news() {
    return !letters.isEmpty() || !after.same(told);
  }

  Posting posting(long kept) {
    return new Posting(id(), Math.max(seq, kept), told, after, letters);
  }

  void kept(long number) {
    told = after;
    seq = Math.max(seq, number);
    letters.clear();
  }

  /** Nothing of it was kept: it is made again. */
  void undo() {
    after = told;
    letters.clear();
  }
}
