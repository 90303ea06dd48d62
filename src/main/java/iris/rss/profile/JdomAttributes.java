package iris.rss.profile;

import java.time.Instant;
import java.util.List;
import org.jdom2.Attribute;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** The attributes of an element of ROME's tree. */
final class JdomAttributes implements Attributes {
  private final List<Attribute> all;

  JdomAttributes(Element element) {
    all = element.getAttributes();
  }

  @Override
  public int count() {
    return all.size();
  }

  @Override
  public String name(int i) {
    return all.get(i).getNamespaceURI().isEmpty() ? all.get(i).getName() : "";
  }

  @Override
  public String value(int i) {
    return all.get(i).getValue().strip();
  }

  @Override
  public long number(int i) {
    char[] chars = value(i).toCharArray();
    return Figures.number(chars, 0, chars.length);
  }

  @Override
  public @Nullable Instant instant(int i) {
    char[] chars = value(i).toCharArray();
    return Figures.instant(chars, 0, chars.length);
  }
}
