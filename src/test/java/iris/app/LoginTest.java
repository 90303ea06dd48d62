package iris.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoginTest {
  @Test
  void theNearestWordSignsAndNobodySignsAsTheProgram() {
    assertEquals("Marie", Login.of("Marie", Optional.of("Paul"), "poste1"));
    assertEquals("Paul", Login.of(" ", Optional.of("Paul"), "poste1"));
    assertEquals("poste1", Login.of(null, Optional.empty(), "poste1"));
    assertEquals("iris", Login.of("@iris", Optional.empty(), "poste1"));
    assertEquals("IRIS", Login.of(null, Optional.empty(), null));
  }
}
