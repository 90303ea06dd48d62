package iris.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinksTest {
  private static void leads(String to, String at, String self, String link) {
    assertEquals(URI.create(to), Links.resolve(URI.create(at), Optional.ofNullable(self).map(URI::create), URI.create(link)));
  }

  @Test
  void aLinkIsSeenFromWhereTheDocumentWasFound() {
    leads("http://p/feeds/archive/siv/1.xml", "http://p/feeds/siv.xml", null, "archive/siv/1.xml");
    leads("http://p/events/siv", "http://p/feeds/siv.xml", "http://p/feeds/siv.xml", "/events/siv");
    leads("https://other/1.xml", "http://p/siv.xml", "http://p/siv.xml", "https://other/1.xml");
  }

  @Test
  void anAgentThatKnowsItselfByAnotherNameIsAskedWhereItWasFound() {
    String self = "http://agent-7:8080/siv.xml";
    leads("https://proxy/iris/archive/siv/1.xml", "https://proxy/iris/siv.xml", self, "http://agent-7:8080/archive/siv/1.xml");
    leads("http://10.0.0.7:8080/events/siv", "http://10.0.0.7:8080/siv.xml", self, "http://agent-7:8080/events/siv");
    leads("http://agent-8:8080/x", "http://10.0.0.7:8080/siv.xml", self, "http://agent-8:8080/x");
  }

  @Test
  void whatCameOverTlsIsNotFollowedInTheOpen() {
    assertFalse(Links.askable(URI.create("https://p/"), URI.create("http://p/events")));
    assertTrue(Links.askable(URI.create("http://p/"), URI.create("https://p/events")));
    assertFalse(Links.askable(URI.create("http://p/"), URI.create("file:///etc/passwd")));
    assertFalse(Links.askable(URI.create("http://p/"), URI.create("http://u:p@p/")));
  }
}
