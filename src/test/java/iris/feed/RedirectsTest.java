package iris.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.signal.Reason;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RedirectsTest {
  private static String to(String from, String location) {
    return switch (Redirects.follow(URI.create(from), Optional.of(location), Set.of(), 5)) {
      case Redirects.Way.To to -> to.uri().toString();
      case Redirects.Way.No no -> no.why().key();
    };
  }

  @Test
  void relativeAddressesAreResolvedAsBrowsersDo() {
    assertEquals("https://h.example/c", to("https://h.example", "c"));
    assertEquals("https://h.example/a/c?x=1", to("https://h.example/a/b?y=2", "c?x=1"));
    assertEquals("https://h.example/a/b?x=1", to("https://h.example/a/b?y=2", "?x=1"));
    assertEquals("https://other.example/x", to("https://h.example/a", "//other.example/x"));
  }

  @Test
  void whatServersForgetToEncodeIsEncoded() {
    assertEquals("https://h.example/a%20b%C3%A9", to("https://h.example/", "/a b\u00c3\u00a9"));
  }

  @Test
  void addressesThatAreNoneLeadNowhere() {
    for (String none : new String[] {"http://h.example:99999/", "https://[", "https://h.example:x/y%zz", "http:///nobody",
        "http://my_host/"})
      assertEquals("feed.redirect.nowhere", to("http://h.example/", none));
    assertEquals("feed.redirect.scheme", to("http://h.example/", "javascript:alert(1)"));
  }

  @Test
  void encryptionIsNotGivenUp() {
    assertEquals("feed.redirect.downgrade", to("https://h.example/", "http://h.example/"));
    assertEquals("https://h.example/", to("http://h.example/", "https://h.example/"));
    assertEquals(new Redirects.Way.No(Reason.of("feed.redirect.loop", "h.example")), Redirects.follow(
        URI.create("http://h.example/a"), Optional.of("/a"), Set.of(URI.create("http://h.example/a")), 5));
  }

  private static boolean same(String ours, String other) {
    return Redirects.sameDoor(URI.create(ours), URI.create(other));
  }

  @Test
  void credentialsStayAtTheirDoor() {
    assertTrue(same("https://h.example/a", "https://H.example:443/b"));
    assertTrue(same("http://h.example/a", "https://h.example/a"), "the usual step up to TLS");
    assertFalse(same("https://h.example/a", "https://h.example:8443/a"));
    assertFalse(same("http://h.example:8080/a", "https://h.example/a"));
    assertFalse(same("https://h.example/a", "https://sub.h.example/a"));
  }
}
