package iris.rss.profile;

import java.time.Instant;
import java.util.Optional;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** Makes elements of the profile. Attributes that are absent are left out; what XML cannot hold is replaced. */
final class Elements {
  static final Namespace IRIS = Namespace.getNamespace(Profile.PREFIX, Profile.NAMESPACE);
  static final Namespace ATOM = Namespace.getNamespace("atom", Profile.ATOM);

  static final Namespace HISTORY = Namespace.getNamespace("fh", Profile.HISTORY);

  private Elements() {}

  static Element iris(String name) {
    return new Element(name, IRIS);
  }

  static Element set(Element element, String name, String value) {
    return element.setAttribute(name, XmlText.safe(value));
  }

  static Element set(Element element, String name, Instant value) {
    return element.setAttribute(name, value.toString());
  }

  static Element set(Element element, String name, Optional<?> value) {
    value.ifPresent(v -> set(element, name, v.toString()));
    return element;
  }

  static Element set(Element element, String name, long value) {
    return element.setAttribute(name, Long.toString(value));
  }
}
