package iris.app;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** A page of Markdown for a terminal: paragraphs of at most 80 columns, lists hung, examples as they are, no pictures. */
final class Guide extends AbstractVisitor {
  private static final int COLUMNS = 80;
  private static final Pattern WORD = Pattern.compile("[^ \n]+");

  private final StringBuilder page = new StringBuilder();
  private final StringBuilder sentence = new StringBuilder();
  private String indent = "";
  /** What stands before the first line of what comes, in place of the end of the indent. */
  private String mark = "";

  private Guide() {}

  static String of(String markdown) {
    Guide guide = new Guide();
    Parser.builder().build().parse(markdown).accept(guide);
    return guide.page.toString().strip();
  }

  @Override
  public void visit(Heading heading) {
    visitChildren(heading);
    String title = sentence.toString();
    page.append('\n').append(title).append('\n');
    page.append((heading.getLevel() == 1 ? "=" : "-").repeat(title.length())).append('\n');
    sentence.setLength(0);
  }

  @Override
  public void visit(Paragraph paragraph) {
    visitChildren(paragraph);
    if (!sentence.toString().isBlank()) {
      if (mark.isEmpty()) page.append('\n');
      wrapped(sentence.toString()).forEach(line -> page.append(line).append('\n'));
    }
    sentence.setLength(0);
  }

  private List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(indent.substring(0, indent.length() - mark.length())).append(mark);
    mark = "";
    boolean bare = true;
    for (Matcher word = WORD.matcher(text); word.find(); bare = false) {
      if (!bare && line.length() + 1 + word.group().length() > COLUMNS) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
        bare = true;
      }
      line.append(bare ? "" : " ").append(word.group());
    }
    lines.add(line.toString());
    return lines;
  }

  @Override
  public void visit(BulletList list) {
    items(list, 0, false);
  }

  @Override
  public void visit(OrderedList list) {
    items(list, list.getMarkerStartNumber(), true);
  }

  private void items(Node list, int first, boolean numbered) {
    page.append('\n');
    int number = first;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      String outer = indent;
      mark = numbered ? number++ + ". " : "- ";
      indent = outer + " ".repeat(mark.length());
      visitChildren((ListItem) item);
      indent = outer;
    }
  }

  @Override
  public void visit(FencedCodeBlock code) {
    page.append('\n');
    code.getLiteral().lines().forEach(line -> page.append(indent).append("    ").append(line).append('\n'));
  }

  @Override
  public void visit(Text text) {
    sentence.append(text.getLiteral());
  }

  @Override
  public void visit(Code code) {
    sentence.append(code.getLiteral());
  }

  @Override
  public void visit(SoftLineBreak end) {
    sentence.append(' ');
  }

  @Override
  public void visit(HardLineBreak end) {
    sentence.append(' ');
  }

  /** Pictures are for those who read the page in a browser. */
  @Override
  public void visit(Image image) {}
}
