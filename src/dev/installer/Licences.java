package installer;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The list of what others made, from the SBOM; stops at a licence that nobody has looked at. */
final class Licences {
  private static final String HEAD = """
      What others made and travels along with IRIS, each unmodified and as a jar of its own under lib/. The texts of the
      licences stand in the jars (META-INF) where their makers put them there, those of the Java runtime in runtime/legal.
      Made by the packaging from the SBOM beside this file.

      """;
  private static final String TAIL = """

      Java runtime, OpenJDK: GPL-2.0-with-classpath-exception; its parts: runtime/legal
      Typeface IBM Plex, in the program's jar under iris/ui/font, with its licence: OFL-1.1
      """;

  private Licences() {}

  static void write(Path bom, Path accepted, Path to) throws Exception {
    Properties known = new Properties();
    try (var in = Files.newBufferedReader(accepted)) {
      known.load(in);
    }
    TreeMap<String, String> lines = new TreeMap<>();
    for (Element part : children(root(bom), "components", "component")) {
      String name = text(part, "group") + ":" + text(part, "name") + " " + text(part, "version");
      TreeSet<String> licences = new TreeSet<>();
      for (Element licence : children(part, "licenses", "license"))
        licences.add(text(licence, "id").isEmpty() ? text(licence, "name") : text(licence, "id"));
      for (Element expression : children(part, "licenses", "expression")) licences.add(expression.getTextContent());
      // Of several the user may choose.
      if (licences.stream().noneMatch(known::containsKey))
        throw new IllegalStateException(name + " comes under " + licences + ", which is not in " + accepted + ": look at it");
      lines.put(name, String.join(" or ", licences));
    }
    if (lines.isEmpty()) throw new IOException(bom + " names nothing");
    StringBuilder text = new StringBuilder(HEAD);
    lines.forEach((name, licences) -> text.append(name).append(": ").append(licences).append('\n'));
    Files.createDirectories(to.getParent());
    Files.writeString(to, text.append(TAIL));
  }

  /** The licence of IRIS itself is the pom's there, too. */
  static void own(Path bom, String wanted) throws Exception {
    List<String> said = new ArrayList<>();
    for (Element iris : children(root(bom), "metadata", "component"))
      for (Element licence : children(iris, "licenses", "license"))
        said.add(text(licence, "id").isEmpty() ? text(licence, "name") : text(licence, "id"));
    if (!said.equals(List.of(wanted)))
      throw new IllegalStateException("the pom says " + wanted + ", " + bom + " says " + said + ": write the SBOM anew");
  }

  private static Element root(Path bom) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(Files.readString(bom)))).getDocumentElement();
  }

  /** Children by a path of two names; never deeper, since a component holds others of the same names. */
  private static List<Element> children(Element of, String group, String name) {
    List<Element> all = new ArrayList<>();
    for (Element g : children(of, group)) all.addAll(children(g, name));
    return all;
  }

  private static List<Element> children(Element of, String name) {
    List<Element> all = new ArrayList<>();
    NodeList nodes = of.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++)
      if (nodes.item(i).getNodeType() == Node.ELEMENT_NODE && name.equals(nodes.item(i).getLocalName()))
        all.add((Element) nodes.item(i));
    return all;
  }

  private static String text(Element of, String name) {
    return children(of, name).stream().map(Element::getTextContent).findFirst().orElse("");
  }
}
