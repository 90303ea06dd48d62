package iris.relay.nagios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.relay.Delivery;
import iris.relay.Kind;
import iris.relay.Mapping;
import iris.relay.Param;
import iris.relay.Target;
import iris.relay.Value;
import iris.relay.real.Samples;
import iris.relay.real.Script;
import iris.relay.real.Script.Asked;
import iris.relay.real.Script.Says;
import iris.relay.real.TestGround;
import iris.relay.web.Web;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages of the web interface as Nagios 4.4.6 was seen to write them, and doors that ask for other things. */
class NagiosCgiTest {
  private static final Instant AT = Instant.parse("2026-11-22T14:12:20Z");
  private static final String FORM = "<INPUT TYPE='hidden' NAME='nagFormId' VALUE='3d1b58ba507ed7ab'>";
  private static final String TAKEN =
      "<P><DIV CLASS='infoMessage'>Your command request was successfully submitted to Nagios for processing.<BR><BR>";

  private static Target target(Script server, String path) {
    return new Target("cgi", Kind.NAGIOS_CGI, Map.of(Param.URL, new Value.Link(server.at(path)), Param.USER,
        new Value.Text("iris"), Param.PASSWORD, new Value.Secret("env:PASSWORD")), Mapping.USUAL);
  }

  private static String brought(Script server, String path) throws InterruptedException {
    TestGround ground = new TestGround(Path.of("."), Map.of("env:PASSWORD", "secret"), InstantSource.fixed(AT));
    try (NagiosCgi courier = new NagiosCgi(target(server, path), ground)) {
      return switch (courier.deliver(Samples.outage(Samples.SIV, AT))) {
        case Delivery.Refused refused -> "Refused " + refused.why().key() + refused.why().args();
        case Delivery.TryLater later -> "TryLater " + later.why().key() + later.why().args();
        case Delivery is -> is.getClass().getSimpleName();
      };
    }
  }

  /** @param page what is answered to a result */
  private static Function<Asked, Says> nagios(String status, String page) {
    return asked -> new Says(200, asked.path().contains("statusjson") ? status : asked.method().equals("GET") ? FORM : page);
  }

  private static String status(int ageSeconds) {
    return "{\"result\":{\"query_time\":1795416251000,\"last_data_update\":" + (1795416251000L - ageSeconds * 1000L) + "}}";
  }

  @ParameterizedTest
  @CsvSource({"/nagios4/cgi-bin", "/nagios4/cgi-bin/", "/nagios4/cgi-bin/cmd.cgi", "/nagios4", "/nagios4/"})
  void theFormIsSentBackWithItsMark(String path) throws IOException, InterruptedException {
    try (Script server = new Script(nagios(status(3), TAKEN))) {
      assertEquals("Delivered", brought(server, path));
      assertEquals(List.of("/nagios4/cgi-bin/statusjson.cgi?query=programstatus",
          "/nagios4/cgi-bin/cmd.cgi?cmd_typ=30&host=iris&service=siv", "/nagios4/cgi-bin/cmd.cgi"),
          server.asked.stream().map(Asked::path).toList());
      Asked form = server.asked.getLast();
      assertEquals("NagFormId=3d1b58ba507ed7ab", form.header("cookie"));
      assertEquals("cmd_typ=30&host=iris&service=siv&cmd_mod=2&nagFormId=3d1b58ba507ed7ab&plugin_state=2"
          + "&plugin_output=CRITICAL+-+SIV+%3A+indisponible%2C+origine+service+externe&performance_data=&btnSubmit=Commit",
          form.body());
      assertTrue(server.asked.stream().allMatch(a -> a.header("authorization").isEmpty()), "nobody asked for a password");
    }
  }

  @Test
  void aStoppedNagiosIsNotGivenWhatWouldHang() throws IOException, InterruptedException {
    try (Script server = new Script(nagios(status(121), TAKEN))) {
      assertEquals("TryLater relay.nagios.cgi.asleep[PT2M1S]", brought(server, "/"));
      assertEquals(1, server.asked.size());
    }
  }

  @Test
  void anInterfaceOlderThanItsStatusPageIsToldAllTheSame() throws IOException, InterruptedException {
    try (Script server = new Script(asked -> asked.path().contains("statusjson") ? new Says(404, "")
        : new Says(200, asked.method().equals("GET") ? "<form>" : TAKEN))) {
      assertEquals("Delivered", brought(server, "/"));
      assertEquals("", server.asked.getLast().header("cookie"));
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '@', value = {
      "<DIV CLASS='errorMessage'>Sorry, but you are not authorized to commit the specified command.</DIV> @ "
          + "Refused relay.nagios.cgi.not-authorized[iris, siv, iris]",
      "<p>Error: Invalid or missing CSRF cookie!</p> @ TryLater relay.nagios.cgi.said[Error: Invalid or missing CSRF cookie!]",
      "<P><DIV CLASS='errorMessage'>Plugin output cannot be blank</DIV></P> @ "
          + "TryLater relay.nagios.cgi.said[Plugin output cannot be blank]",
      "<html>Welcome</html> @ TryLater relay.nagios.cgi.nothing[]"})
  void whatWasNotPassedOnIsNoDelivery(String page, String expected) throws IOException, InterruptedException {
    try (Script server = new Script(nagios(status(3), page))) {
      assertEquals(expected, brought(server, "/"));
    }
  }

  @Test
  void aDoorThatAsksForThePasswordGetsItAndAnotherDoesNot() throws IOException, InterruptedException {
    Function<Asked, Says> open = nagios(status(3), TAKEN);
    String right = Web.basic("iris", "secret");
    try (Script server = new Script(asked -> asked.header("authorization").equals(right) ? open.apply(asked)
        : new Says(401, "", Map.of("www-authenticate", "Basic realm=\"Nagios\"")))) {
      assertEquals("Delivered", brought(server, "/"));
    }
    try (Script server = new Script(_ -> new Says(401, "", Map.of("www-authenticate", "Negotiate")))) {
      assertEquals("Refused relay.web.status[401]", brought(server, "/"));
      assertTrue(server.asked.stream().allMatch(a -> a.header("authorization").isEmpty()), server.asked.toString());
    }
  }
}
