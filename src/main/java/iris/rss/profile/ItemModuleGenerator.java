package iris.rss.profile;

import static iris.rss.profile.Elements.iris;
import static iris.rss.profile.Elements.set;

import com.rometools.rome.feed.module.Module;
import com.rometools.rome.io.ModuleGenerator;
import iris.signal.IncidentStep;
import iris.signal.Maintenance;
import iris.signal.Note;
import iris.signal.Window;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** Writes {@code iris:window}, {@code iris:incident} or {@code iris:maintenance} into an item. */
public final class ItemModuleGenerator implements ModuleGenerator {
  @Override
  public String getNamespaceUri() {
    return Profile.NAMESPACE;
  }

  @Override
  public Set<Namespace> getNamespaces() {
    return Set.of(Elements.IRIS);
  }

  @Override
  public void generate(Module module, Element item) {
    switch (Objects.requireNonNull(((ItemModule) module).body())) {
      case Window w -> item.addContent(WindowElement.of(w));
      case IncidentStep s -> item.addContent(incident(s));
      case Maintenance m -> item.addContent(maintenance(m));
      case Note _ -> {}
    }
  }

  private static Element incident(IncidentStep s) {
    Element e = iris("incident");
    set(e, "id", s.id());
    set(e, "service", s.service());
    set(e, "sequence", s.sequence());
    set(e, "state", wire(s.state()));
    set(e, "severity", wire(s.severity()));
    set(e, "origin", s.origin().wire());
    set(e, "party", s.party());
    set(e, "since", s.since());
    set(e, "until", s.until());
    if (!s.cause().isEmpty()) e.addContent(iris("cause").setText(XmlText.safe(s.cause())));
    return e;
  }

  private static Element maintenance(Maintenance m) {
    Element e = iris("maintenance");
    set(e, "id", m.id());
    set(e, "service", m.service());
    set(e, "state", wire(m.state()));
    set(e, "from", m.from());
    return set(e, "to", m.to());
  }

  private static String wire(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
