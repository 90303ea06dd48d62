package iris.app.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * What the packages of other systems are made of, as far as it can be known without those systems: it is well formed, its
 * names agree with each other and with what is packed, and what identifies the program to a system never changes.
 */
class ForeignPackagesTest {
  private static final Path INSTALLER = Path.of("installer");
  /** By it Windows knows for ever that a newer msi takes the place of an older one. */
  private static final String UPGRADE_CODE = "5b2f0c1e-6f3a-4d0b-9a57-0d3f6c1b7e42";

  private static List<Path> files(String... ends) throws IOException {
    try (Stream<Path> all = Files.walk(INSTALLER)) {
      return all.filter(Files::isRegularFile).filter(f -> Stream.of(ends).anyMatch(f.toString()::endsWith)).sorted().toList();
    }
  }

  private static Element xml(Path file) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setEntityResolver((_, _) -> new InputSource(new ByteArrayInputStream(new byte[0])));
    return builder.parse(file.toFile()).getDocumentElement();
  }

  private static List<Element> children(Element of) {
    List<Element> all = new ArrayList<>();
    for (Node n = of.getFirstChild(); n != null; n = n.getNextSibling()) if (n instanceof Element e) all.add(e);
    return all;
  }

  @Test
  void everyDocumentIsWellFormedAndNoTwoThingsHaveOneName() throws Exception {
    Set<String> names = new HashSet<>();
    List<Path> documents = files(".xml", ".wxi", ".plist");
    assertTrue(documents.size() >= 8, documents.toString());
    for (Path file : documents) {
      Element root = xml(file);
      if (file.getParent().endsWith("wix")) assertEquals("Include", root.getTagName(), "jpackage includes it");
      if (root.getTagName().equals("service")) {
        String id = root.getElementsByTagName("id").item(0).getTextContent();
        assertEquals(file.getFileName().toString(), id + ".xml", "the wrapper looks for a file of its own name");
        assertTrue(names.add(id), id);
      }
      if (root.getTagName().equals("plist") && plist(file).get("Label") instanceof String label) {
        assertEquals(file.getFileName().toString(), label + ".plist", "launchd wants the file to be named by its label");
        assertTrue(names.add(label), label);
      }
    }
    assertEquals(Set.of("iris-agent", "iris-relay", "iris.agent", "iris.relay"), names);
  }

  @Test
  void whatIdentifiesTheProgramToWindowsIsWrittenOnceAndNeverChanges() throws IOException {
    Pattern guid = Pattern.compile("\\b\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}\\b");
    List<String> found = new ArrayList<>();
    for (Path file : files(".args", ".wxi", ".wxs", ".xml", ".ps1", ".plist", ".properties")) {
      Matcher m = guid.matcher(Files.readString(file));
      while (m.find()) found.add(file.getFileName() + " " + m.group());
    }
    assertEquals(List.of("msi.args " + UPGRADE_CODE), found);
    assertTrue(Files.readString(INSTALLER.resolve("windows/msi.args")).contains("--win-upgrade-uuid " + UPGRADE_CODE));
  }

  /** The dictionary of a property list: texts, numbers and truths as they are written, lists and dictionaries as such. */
  private static Map<String, Object> plist(Path file) throws Exception {
    Element root = xml(file);
    assertEquals("1.0", root.getAttribute("version"), file.toString());
    assertEquals(1, children(root).size(), file.toString());
    return dictionary(children(root).getFirst(), file);
  }

  private static Map<String, Object> dictionary(Element dict, Path file) {
    assertEquals("dict", dict.getTagName(), file.toString());
    Map<String, Object> all = new LinkedHashMap<>();
    List<Element> parts = children(dict);
    assertEquals(0, parts.size() % 2, () -> file + ": a key without a value");
    for (int i = 0; i < parts.size(); i += 2) {
      assertEquals("key", parts.get(i).getTagName(), file.toString());
      String key = parts.get(i).getTextContent();
      assertFalse(all.containsKey(key), () -> file + ": twice " + key);
      all.put(key, value(parts.get(i + 1), file));
    }
    return all;
  }

  private static Object value(Element e, Path file) {
    return switch (e.getTagName()) {
      case "string" -> e.getTextContent();
      case "integer" -> Integer.valueOf(e.getTextContent());
      case "true", "false" -> Boolean.valueOf(e.getTagName());
      case "array" -> children(e).stream().map(one -> value(one, file)).toList();
      case "dict" -> dictionary(e, file);
      default -> throw new AssertionError(file + ": a property list knows no " + e.getTagName());
    };
  }

  @Test
  void macOsFindsInThePropertyListsWhatItAsksFor() throws Exception {
    Map<String, Object> info = plist(INSTALLER.resolve("macos/Info.plist"));
    Map<String, String> wanted = Map.of("CFBundleExecutable", "IRIS", "CFBundleIdentifier", "local.iris.IRIS", "CFBundleName", "IRIS",
        "CFBundlePackageType", "APPL", "CFBundleInfoDictionaryVersion", "6.0", "CFBundleVersion", "@VERSION@",
        "CFBundleShortVersionString", "@VERSION@", "CFBundleIconFile", "IRIS.icns");
    wanted.forEach((key, value) -> assertEquals(value, info.get(key), key));
    String args = Files.readString(INSTALLER.resolve("macos/app.args"));
    assertTrue(args.contains("--mac-package-identifier " + info.get("CFBundleIdentifier")) && args.contains("--name IRIS"), args);
    assertTrue(Files.exists(Path.of("icons/iris.icns")));
    String script = Files.readString(INSTALLER.resolve("macos/install-service.sh"));
    for (String who : List.of("agent", "relay")) {
      Map<String, Object> service = plist(INSTALLER.resolve("macos/iris." + who + ".plist"));
      List<?> line = (List<?>) service.get("ProgramArguments");
      assertTrue(script.contains("iris=" + line.getFirst() + "\n"), "the script looks for another program");
      assertEquals(who, line.get(1));
      assertEquals("/Library/Application Support/IRIS/" + who + ".yaml", line.getLast());
      assertEquals(Boolean.TRUE, service.get("KeepAlive"), "one that ends is started again");
      assertEquals(63, service.get("Umask"), "what it keeps is its own");
      assertEquals("_iris", service.get("UserName"));
    }
  }

  @Test
  void noArgumentOfThePackagerIsSplitOrForgotten() throws IOException {
    for (Path file : files(".args")) {
      Map<String, String> given = new TreeMap<>();
      for (String line : Files.readAllLines(file)) {
        if (line.isBlank() || line.startsWith("#")) continue;
        assertTrue(line.matches("--[a-z-]+( (\"[^\"]+\"|[^\\s\"]+))?"), file + ": " + line);
        assertFalse(given.containsKey(line.split(" ")[0]), file + ": twice " + line);
        given.put(line.split(" ")[0], line);
      }
      assertTrue(given.containsKey("--type") && given.containsKey("--name"), file.toString());
    }
  }

  @Test
  void everyShellScriptCanBeReadByAShell() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "scripts of a shell are read by one");
    List<Path> scripts = new ArrayList<>(files(".sh", "/deb/postinst", "/deb/postrm", "/deb/preinst", "/deb/prerm",
        "/macos/iris", "/kiosk/iris-kiosk"));
    assertEquals(7, scripts.size(), scripts.toString());
    for (Path script : scripts) read(script.toString(), Files.readString(script));
    Map<String, String> parts = sections(INSTALLER.resolve("linux/rpm/iris.spec"));
    for (String part : List.of("%pre", "%post", "%preun", "%postun")) read("iris.spec " + part, parts.get(part));
  }

  private static Map<String, String> sections(Path spec) throws IOException {
    Map<String, String> all = new TreeMap<>();
    String section = "";
    for (String line : Files.readAllLines(spec)) {
      if (line.matches("%[a-z]+")) section = line;
      else all.merge(section, line + "\n", String::concat);
    }
    return all;
  }

  private static void read(String name, String script) throws Exception {
    Process sh = new ProcessBuilder("/bin/sh", "-n").redirectErrorStream(true).start();
    try (var in = sh.getOutputStream()) {
      in.write(script.getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(sh.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(sh.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, sh.exitValue(), () -> name + ": " + said);
  }

  /** No PowerShell is here to read them: strings end, brackets close, and no variable is used before it has a value. */
  @Test
  void everyPowerShellScriptClosesWhatItOpensAndNamesWhatItUses() throws IOException {
    List<Path> scripts = files(".ps1");
    assertEquals(3, scripts.size());
    for (Path script : scripts) {
      String text = Files.readString(script);
      assertTrue(text.contains("$ErrorActionPreference = 'Stop'"), script + ": what fails must end it");
      assertEquals("", PowerShell.open(text), script.toString());
      assertEquals(List.of(), PowerShell.unnamed(text), script.toString());
      for (String name : PowerShell.files(text))
        assertTrue(Files.exists(INSTALLER.resolve("windows").resolve(name)) || name.endsWith(".exe"), script + ": " + name);
    }
  }

  @Test
  void whatReadsPowerShellSeesWhatIsWrong() {
    assertEquals("\"", PowerShell.open("$a = \"C:\\x\n"));
    assertEquals("'", PowerShell.open("throw 'gone"));
    assertEquals("} # x", PowerShell.open("if ($a) { ( } # x"));
    assertEquals("[{]", PowerShell.open("if ($a) { b() # }"));
    assertEquals(List.of("$b"), PowerShell.unnamed("$a = 1\nWrite $A $env:TEMP $b"));
  }
}
