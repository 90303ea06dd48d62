package iris.relay.nagios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of RFC 7616, section 3.9.1. */
class DigestTest {
  @ParameterizedTest
  @CsvSource({
      "MD5, 8ca523f5e9506fed4657c9700eebdbec",
      "SHA-256, 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"})
  void theExamplesOfTheStandardAreAnswered(String algorithm, String response) {
    Digest digest = Digest.of("Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=" + algorithm
        + ", nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"")
        .orElseThrow();
    String header = digest.answer("Mufasa", "Circle of Life", "GET", "/dir/index.html",
        "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ");
    assertTrue(header.contains("response=\"" + response + "\""), header);
    assertTrue(header.contains("nc=00000001") && header.contains("uri=\"/dir/index.html\""), header);
    assertTrue(digest.answer("Mufasa", "x", "GET", "/", "own").contains("nc=00000002"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic realm=\"Nagios\"", "Digest realm=\"no nonce\", qop=\"auth\"",
      "Digest realm=\"x\", nonce=\"y\", qop=\"auth-int\"", "Digest realm=\"x\", nonce=\"y\", qop=\"auth\", algorithm=MD5-sess", ""})
  void whatIsNoDigestOrOneThatCannotBeAnsweredIsNone(String challenge) {
    assertEquals(Optional.empty(), Digest.of(challenge));
  }

  @Test
  void aQuoteInANameEndsNoField() {
    String header = Digest.of("Digest realm=\"r\", nonce=\"n\", qop=\"auth\"").orElseThrow()
        .answer("a\"b", "p", "GET", "/", "own");
    assertTrue(header.startsWith("Digest username=\"a\\\"b\", realm="), header);
  }
}
