package iris.ui.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import iris.alarm.Act;
import iris.words.Lang;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each act that there is has a walk by keyboard and one by mouse, each in French and in English. */
class EveryActIsWalkedTest {
  private static Stream<Class<?>> leaves(Class<?> sealed) {
    return sealed.isSealed() ? Stream.of(sealed.getPermittedSubclasses()).flatMap(EveryActIsWalkedTest::leaves)
        : Stream.of(sealed);
  }

  private static String line(Class<?> act, Walked.Hand hand, Lang lang) {
    return act.getSimpleName() + " by " + hand + " in " + lang;
  }

  private static List<String> lines(JavaMethod method) {
    Walked walked = method.getAnnotationOfType(Walked.class);
    boolean both = method.getRawParameterTypes().stream().findFirst().filter(p -> p.isEquivalentTo(Lang.class)).isPresent();
    List<String> lines = new ArrayList<>();
    for (Class<? extends Act> act : walked.acts())
      for (Walked.Hand hand : walked.by())
        for (Lang lang : both ? Lang.values() : walked.in()) lines.add(line(act, hand, lang));
    return lines;
  }

  @Test
  void byKeysAndByMouseInBothLanguages() {
    Set<String> walked = new TreeSet<>();
    for (JavaClass c : new ClassFileImporter().withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
        .importPackages("iris.ui"))
      c.getMethods().stream().filter(m -> m.isAnnotatedWith(Walked.class)).forEach(m -> walked.addAll(lines(m)));
    Set<String> wanted = new TreeSet<>();
    leaves(Act.class).forEach(act -> {
      for (Walked.Hand hand : Walked.Hand.values())
        for (Lang lang : Lang.values()) wanted.add(line(act, hand, lang));
    });
    Set<String> missing = new TreeSet<>(wanted);
    missing.removeAll(walked);
    assertEquals(Set.of(), missing, "walk it, and say so with @Walked at the walk");
  }
}
