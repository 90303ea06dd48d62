package iris.relay.icinga;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import iris.relay.Delivery;
import iris.relay.web.Web.Answer.Said;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers as versions 2.13 and 2.14 gave them. */
class RepliesTest {
  private static Delivery of(int status, String body) {
    return Replies.of(new Said(status, body, Map.of()), "iris", "siv");
  }

  @Test
  void aResultThatIsNotNewIsSupersededWhereverTheServerSaysSo() {
    String newer = "{\"results\":[{\"code\":409,\"status\":\"Newer check result already present.\"}]}";
    assertInstanceOf(Delivery.Superseded.class, of(409, newer));
    assertInstanceOf(Delivery.Superseded.class, of(200, newer));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      404 | {"error":404,"status":"No objects found."}                     | relay.icinga.unknown
      500 | {"results":[]}                                                 | relay.icinga.unknown
      401 | {"error":401,"status":"Unauthorized."}                         | relay.icinga.password
      403 | {"error":403,"status":"Missing permission."}                   | relay.icinga.permission
      400 | {"error":400,"status":"Parameter 'exit_status' is required."}  | relay.icinga.bad
      418 | I am a teapot                                                  | relay.web.status
      """)
  void whatWillNeverBeTakenIsRefusedWithWhatToDo(int status, String body, String key) {
    assertEquals(key, assertInstanceOf(Delivery.Refused.class, of(status, body)).why().key());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      503 | {"error":503,"status":"Icinga is reloading"}
      500 | {"results":[{"code":500,"status":"Attribute 'x' is broken."}]}
      200 | {"results":[{"code":503,"status":"not yet"}]}
      502 | <html>Bad gateway</html>
      """)
  void aServerThatIsNotReadyIsAskedAgain(int status, String body) {
    assertInstanceOf(Delivery.TryLater.class, of(status, body));
  }

  @Test
  void theServersOwnPatienceIsKept() {
    Delivery later = Replies.of(new Said(429, "", Map.of("retry-after", "17")), "iris", "siv");
    assertEquals(Optional.of(Duration.ofSeconds(17)), assertInstanceOf(Delivery.TryLater.class, later).after());
  }
}
