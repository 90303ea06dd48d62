package iris.ui.guide;

import iris.ui.guide.Addresses.Stretch;
import iris.ui.guide.Sheet.Hand;
import iris.ui.guide.Sheet.Link;
import iris.ui.guide.Sheet.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** The words of a paragraph or a heading. */
final class Spans {
  private int left;

  /** @param most spans in the whole text */
  Spans(int most) {
    left = most;
  }

  boolean full() {
    return left <= 0;
  }

  List<Span> of(Node block) {
    List<Span> all = new ArrayList<>();
    children(block, Hand.PLAIN, Optional.empty(), all);
    return all;
  }

  private void children(Node parent, Hand hand, Optional<Link> link, List<Span> all) {
    for (Node n = parent.getFirstChild(); n != null && !full(); n = n.getNext()) word(n, hand, link, all);
  }

  private void word(Node n, Hand hand, Optional<Link> link, List<Span> all) {
    switch (n) {
      case Text t when link.isEmpty() -> Addresses.stretches(t.getLiteral()).forEach(s -> stretch(s, hand, all));
      case Text t -> add(t.getLiteral(), hand, link, all);
      case Code c -> add(c.getLiteral(), Hand.CODE, link, all);
      case HtmlInline h -> add(h.getLiteral(), Hand.CODE, link, all);
      case SoftLineBreak _ -> add(" ", hand, link, all);
      case HardLineBreak _ -> add("\n", hand, Optional.empty(), all);
      case StrongEmphasis s -> children(s, Hand.STRONG, link, all);
      case Emphasis e -> children(e, hand == Hand.STRONG ? hand : Hand.EMPHASIS, link, all);
      case org.commonmark.node.Link l -> children(l, hand, Optional.of(Addresses.of(l.getDestination())), all);
      // A picture is not fetched: what stands for it, and where it would be.
      case Image i -> children(i, hand, Optional.of(Addresses.of(i.getDestination())), all);
      default -> children(n, hand, link, all);
    }
  }

  private void stretch(Stretch s, Hand hand, List<Span> all) {
    add(s.text(), hand, s.phone() ? Optional.of(Addresses.phone(s.text())) : Optional.empty(), all);
  }

  private void add(String text, Hand hand, Optional<Link> link, List<Span> all) {
    if (left-- > 0) all.add(new Span(text, hand, link));
  }
}
