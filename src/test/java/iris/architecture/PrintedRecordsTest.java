package iris.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A record prints all that it holds, into the first log or message that somebody writes it to. One that holds a secret, and
 * not only where it is kept, says for itself what it prints.
 */
class PrintedRecordsTest {
  private static final Pattern SECRET =
      Pattern.compile("(?i).*(password|passphrase|token|secret|userInfo|authorization|community|signingKey).*");
  private static final Pattern VALUE = Pattern.compile(".*\\b(java\\.lang\\.String|char\\[]|byte\\[])\\b?.*");
  private static final Path CLASSES = Path.of("target/classes");

  @Test
  void noRecordPrintsASecret() throws IOException, ReflectiveOperationException {
    List<String> talkative = new ArrayList<>();
    int records = 0;
    int looked = 0;
    try (Stream<Path> files = Files.walk(CLASSES.resolve("iris"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        ClassModel model = ClassFile.of().parse(file);
        if (model.superclass().stream().noneMatch(c -> c.asInternalName().equals("java/lang/Record"))) continue;
        records++;
        Class<?> type = Class.forName(model.thisClass().asInternalName().replace('/', '.'), false, getClass().getClassLoader());
        List<String> secrets = Arrays.stream(type.getRecordComponents()).filter(PrintedRecordsTest::secret)
            .map(RecordComponent::getName).toList();
        if (secrets.isEmpty()) continue;
        looked++;
        if (printsAll(model)) talkative.add(type.getName() + " prints " + secrets + ": give it a toString without them");
      }
    }
    assertTrue(records > 300, records + " records read");
    assertTrue(looked >= 4, looked + " records hold secrets");
    assertEquals(List.of(), talkative);
  }

  private static boolean secret(RecordComponent part) {
    return SECRET.matcher(part.getName()).matches() && VALUE.matcher(part.getGenericType().getTypeName()).matches();
  }

  /** Whether its toString is the compiler's, which prints every component. */
  private static boolean printsAll(ClassModel model) {
    MethodModel print = model.methods().stream()
        .filter(m -> m.methodName().equalsString("toString") && m.methodType().equalsString("()Ljava/lang/String;"))
        .findFirst().orElseThrow();
    return print.code().orElseThrow().elementStream().anyMatch(e -> e instanceof InvokeDynamicInstruction call
        && call.bootstrapMethod().owner().descriptorString().equals("Ljava/lang/runtime/ObjectMethods;"));
  }
}
