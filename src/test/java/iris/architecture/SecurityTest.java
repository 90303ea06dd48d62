package iris.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What no class may do, whoever writes it and in whatever hurry: see the threat model in src/docs/threats.md. */
class SecurityTest {
  /** Java's judgement with better words; everything of it that could say yes is the judge's. */
  private static final String GATEKEEPER = "iris.feed.Gatekeeper";
  /** These speak to what the same process runs, on loopback. */
  private static final String[] ON_LOOPBACK =
      {"iris.agent.simulate.House", "iris.agent.simulate.Siv", "iris.app.Disturbing", "iris.app.demo.Spoiler"};

  private static JavaClasses house;

  @BeforeAll
  static void readTheHouse() {
    house = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("iris");
  }

  @Test
  void nobodyTrustsEverybody() {
    noClasses().that().doNotHaveFullyQualifiedName(GATEKEEPER).should().beAssignableTo(X509TrustManager.class)
        .because("certificates are judged by Java alone; an authority of one's own is named by the setting 'ca'")
        .check(house);
    noClasses().should().dependOnClassesThat().areAssignableTo(HostnameVerifier.class)
        .because("a certificate of another name is the certificate of another").check(house);
    noClasses().that().doNotHaveFullyQualifiedName("iris.feed.Tls")
        .and().doNotHaveFullyQualifiedName("iris.agent.simulate.Certificates")
        .should().callMethodWhere(target(name("init")).and(target(owner(DescribedPredicate.describe("a TLS context",
            c -> c.isEquivalentTo(SSLContext.class))))))
        .because("whom we trust is decided in iris.feed.Tls").check(house);
  }

  @Test
  void whoSpeaksTlsSaysFromWhichVersionAndToWhom() {
    classes().that(call(HttpClient.Builder.class, "build")).and().doNotHaveFullyQualifiedName(ON_LOOPBACK[0])
        .and().doNotHaveFullyQualifiedName(ON_LOOPBACK[1]).and().doNotHaveFullyQualifiedName(ON_LOOPBACK[2])
        .and().doNotHaveFullyQualifiedName(ON_LOOPBACK[3])
        .should(com.tngtech.archunit.lang.conditions.ArchConditions.be(call(HttpClient.Builder.class, "sslParameters")))
        .because("TLS 1.2 is the least, whatever the Java of a machine is told to allow").check(house);
    classes().that(call(SSLSocketFactory.class, "createSocket"))
        .should(com.tngtech.archunit.lang.conditions.ArchConditions.be(call(SSLParameters.class, "setProtocols")
            .and(call(SSLParameters.class, "setEndpointIdentificationAlgorithm"))))
        .because("a socket checks neither the version nor the name by itself").check(house);
  }

  @Test
  void nobodyBringsObjectsToLifeOrHandsTextToAShell() {
    noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.io.ObjectInputStream")
        .orShould().callMethodWhere(target(name("exec")).and(target(owner(DescribedPredicate.describe("the runtime",
            c -> c.isEquivalentTo(Runtime.class))))))
        .orShould().callMethodWhere(target(name("activateDefaultTyping")))
        .orShould().dependOnClassesThat().resideInAnyPackage("javax.script..", "javafx.scene.web..")
        .because("what comes from outside is data: no class is chosen by it and no interpreter reads it").check(house);
  }

  private static DescribedPredicate<JavaClass> call(Class<?> owner, String method) {
    return DescribedPredicate.describe("call " + owner.getSimpleName() + "." + method,
        c -> c.getMethodCallsFromSelf().stream().anyMatch(made -> is(made, owner, method)));
  }

  private static boolean is(JavaCall<?> made, Class<?> owner, String method) {
    return made.getTarget().getName().equals(method) && made.getTarget().getOwner().isAssignableTo(owner);
  }

  /** What no rule about classes sees: switches that are strings. */
  @Test
  void noSwitchTurnsACheckOff() throws IOException {
    Pattern off = Pattern.compile("disableHostnameVerification|setTrustAll|smtp\\.ssl\\.trust|trust-?all|trust_all"
        + "|setEndpointIdentificationAlgorithm\\((null|\"\")\\)|\"TLSv1(\\.1)?\"|\"SSL(v[23])?\"|jdk\\.tls\\.disabledAlgorithms"
        + "|insecure|InsecureSkip|checkserveridentity\", *\"false", Pattern.CASE_INSENSITIVE);
    List<String> found = new ArrayList<>();
    List<Path> read = new ArrayList<>();
    for (Path root : List.of(Path.of("src/main"), Path.of("src/dev"), Path.of("installer"), Path.of("jlink.properties"))) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(Files::isRegularFile).filter(SecurityTest::text).toList()) {
          read.add(file);
          Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1).lines()
              .filter(line -> off.matcher(line).find()).forEach(line -> found.add(file + ": " + line.strip()));
        }
      }
    }
    assertTrue(read.size() > 1000, () -> "only " + read.size() + " files read");
    assertEquals(List.of(), found);
  }

  private static boolean text(Path file) {
    String name = file.getFileName().toString();
    return Stream.of(".java", ".properties", ".yaml", ".service", ".sh", ".ps1", ".bat", ".fxml", ".wxs", ".txt", ".md",
        ".env", ".args").anyMatch(name::endsWith);
  }
}
