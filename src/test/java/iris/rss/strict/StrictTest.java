package iris.rss.strict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iris.signal.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictTest {
  /** Written by hand, with strangers' elements in it; each line of it is what a case below changes. */
  private static final String GOOD = """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss xmlns:iris="urn:iris:signal:1" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0">
      <channel>
      <title>SIV</title>
      <link>https://example.org/</link>
      <description>État du service</description>
      <language>fr</language>
      <lastBuildDate>Sun, 22 Nov 2026 15:10:04 +0100</lastBuildDate>
      <ttl>5</ttl>
      <atom:link rel="self" type="application/rss+xml" href="https://example.org/siv.xml"/>
      <atom:link rel="prev-archive" href="https://example.org/archive/siv/2026-11-21.xml"/>
      <iris:agent id="a" version="1.0" period="PT5M" started="2026-11-22T06:00:00Z" dc:note="x"/>
      <iris:service id="siv" name="SIV">
      <iris:party id="darva" role="provider" name="DARVA"/>
      <iris:party id="ants" role="external" name="SIV national"/>
      </iris:service>
      <item>
      <title>SIV : 1 248 transactions</title>
      <description/>
      <category domain="urn:iris:kind">statistic</category>
      <category>anything</category>
      <guid isPermaLink="false">g1</guid>
      <pubDate>Sun, 22 Nov 2026 15:10:04 +0100</pubDate>
      <dc:creator>somebody</dc:creator>
      <iris:window service="siv" from="2026-11-22T14:05:00Z" to="2026-11-22T14:10:00Z" state="up">
      <iris:transactions total="1248" failed="4"/>
      <iris:failures origin="provider" count="1"/>
      <iris:failures origin="external" count="3"/>
      <iris:transactionTime mean="512" p50="470" p95="980" p99="1900" max="4200"/>
      <iris:responseTime party="ants" mean="350" p50="310" p95="720"/>
      <iris:histogram of="transactionTime" encoding="hdrhistogram-v2-deflate-base64">HISTFAAA</iris:histogram>
      <dc:more/>
      </iris:window>
      </item>
      <item>
      <title>SIV indisponible</title>
      <description>Depuis 15 h 12</description>
      <category domain="urn:iris:kind">recovery</category>
      <guid isPermaLink="false">g2</guid>
      <pubDate>Sun, 22 Nov 2026 15:12:31 +0100</pubDate>
      <iris:incident id="i" service="siv" sequence="2" state="closed" severity="outage" origin="external" party="ants" since="2026-11-22T14:12:20Z" until="2026-11-22T14:20:00Z">
      <iris:cause>Délai</iris:cause>
      </iris:incident>
      </item>
      <item>
      <title>Maintenance</title>
      <description>Travaux</description>
      <category domain="urn:iris:kind">maintenance</category>
      <guid isPermaLink="false">g3</guid>
      <pubDate>Sun, 22 Nov 2026 15:12:31 +0100</pubDate>
      <iris:maintenance id="m" service="siv" state="planned" from="2026-11-23T14:00:00Z" to="2026-11-23T15:00:00Z"/>
      </item>
      </channel>
      </rss>
      """;

  private static List<Finding> strict(String document) {
    return Strict.findings(document.getBytes(StandardCharsets.UTF_8), Optional.empty());
  }

  private static List<String> said(String document) {
    return strict(document).stream().map(f -> f.line() + " " + f.reason().key().replace("rss.strict.", "")).toList();
  }

  @Test
  void aGoodDocumentHasNoFindings() {
    assertEquals(List.of(), strict(GOOD));
  }

  @ParameterizedTest(name = "{3} on line {2}: {1}")
  @CsvSource(delimiter = '|', textBlock = """
      version="2.0">                    | version="0.91">                       | 2 | value
      <title>SIV</title>                | <dc:title>SIV</dc:title>              | 53 | missing
      <ttl>5</ttl>                      | <ttl>5</ttl><ttl>6</ttl>              | 9  | twice
      <ttl>5</ttl>                      | <ttl>0</ttl>                          | 9 | text
      <language>fr</language>           | <language>français</language>         | 7 | text
      <lastBuildDate>Sun, 22            | <lastBuildDate>Dim, 22                | 8 | text
      15:10:04 +0100</lastBuildDate>    | 15:10:04 GMT</lastBuildDate>          | 8 | text
      rel="self"                        | rel="other"                           | 53 | no-link
      rel="prev-archive"                | rel="self"                            | 11 | link-twice
      <ttl>5</ttl>                      | <fh:archive/>                         | 53 | no-link
      <ttl>5</ttl>                      | <iris:novelty/>                       | 9 | element-unknown
      <ttl>5</ttl>                      | <novelty/>                            | 9 | element-unknown
      <ttl>5</ttl>                      | <iris:window/>                        | 9 | attribute-missing,attribute-missing,attribute-missing,attribute-missing,element-unknown
      href="https://example.org/siv.xml" | title="no address"                   | 10 | attribute-missing
      period="PT5M"                     | period="5 min"                        | 12 | value
      period="PT5M"                     | period="PT0S"                         | 12 | value
      period="PT5M"                     | period="PT1M"                         | 25 | length
      iris:agent id="a"                 | iris:agent                            | 12 | attribute-missing
      iris:agent id="a"                 | iris:agent x="1" id="a"               | 12 | attribute-unknown
      role="provider"                   | role="prestataire"                    | 14 | value
      id="ants" role                    | id="other" role                       | 30,41 | undeclared-party,undeclared-party
      iris:service id="siv"             | iris:service id="x"                   | 25,41,51 | undeclared-service,undeclared-service,undeclared-service
      <iris:party id="darva" role="provider" name="DARVA"/> | some words        | 16 | no-text
      domain="urn:iris:kind">statistic  | domain="urn:iris:kind">notice         | 17 | kind
      domain="urn:iris:kind">statistic  | domain="urn:iris:kind">figures        | 20 | value
      domain="urn:iris:kind">statistic  | domain="urn:other">statistic          | 17 | missing
      <category>anything                | <category domain="urn:iris:kind">update | 17,21 | kind,twice
      <guid isPermaLink="false">g1</guid> | <guid isPermaLink="false"> </guid>  | 22 | text
      isPermaLink="false">g1            | isPermaLink="no">g1                   | 17,22 | permalink,value
      isPermaLink="false">g1            | isPermaLink="false">g2                | 35 | duplicate
      from="2026-11-22T14:05:00Z"       | from="2026-11-22T15:05:00+01:00"      | 25 | value
      from="2026-11-22T14:05:00Z"       | from="2026-11-22T14:15:00Z"           | 25 | order
      from="2026-11-22T14:05:00Z" to="2026-11-22T14:10:00Z" | from="2026-11-22T14:06:00Z" to="2026-11-22T14:11:00Z" | 25 | grid
      state="up"                        | state="well"                          | 25 | value
      total="1248" failed="4"           | total="1248" failed="-4"              | 26 | value
      total="1248" failed="4"           | total="3" failed="4"                  | 26 | more-than
      total="1248" failed="4"           | total="1248" failed="3"               | 25 | more-than
      total="1248" failed="4"           | total="99999999999999999999" failed="4" | 26 | value
      <iris:transactions total="1248" failed="4"/> | <dc:nothing/>              | 25 | missing
      origin="provider" count           | origin="external" count               | 28 | twice
      origin="provider" count           | origin="moon" count                   | 27 | value
      p50="470" p95="980"               | p50="990" p95="980"                   | 29 | more-than
      mean="512"                        | mean="51.2"                           | 29 | value
      party="ants" mean                 | mean                                  | 30 | attribute-missing
      HISTFAAA                          | not base 64                           | 31 | text
      of="transactionTime"              | of="allTimes"                         | 31 | value
      <iris:cause>                      | <iris:reason/><iris:cause>            | 42 | element-unknown
      state="closed"                    | state="open"                          | 35,41 | kind,open-until
      sequence="2"                      | sequence="0"                          | 41 | value
      origin="external" party           | origin="" party                       | 41 | value
      until="2026-11-22T14:20:00Z"      | until="2026-11-22T14:10:00Z"          | 41 | order
      " until="2026-11-22T14:20:00Z"    | "                                     | 41 | attribute-missing
      state="planned"                   | state="soon"                          | 51 | value
      to="2026-11-23T15:00:00Z"         | to="2026-11-23T14:00:00Z"             | 51 | order
      <title>Maintenance</title>        | <title>M</title><title>N</title>      | 46 | twice
      <description>Travaux              | <description>a<b/>b                   | 47 | text-only
      """)
  void eachSlipIsFoundOnItsLine(String from, String to, String lines, String keys) {
    String changed = GOOD.replaceFirst(java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to));
    assertTrue(!changed.equals(GOOD), from);
    List<Finding> found = strict(changed);
    assertEquals(keys, String.join(",", found.stream().map(f -> f.reason().key().replace("rss.strict.", "")).toList()),
        found.toString());
    assertEquals(lines, String.join(",", found.stream().map(f -> String.valueOf(f.line())).distinct().toList()),
        found.toString());
  }

  @Test
  void windowsWithoutTransactionsGiveNoTimes() {
    String empty = GOOD.replace("total=\"1248\" failed=\"4\"", "total=\"0\" failed=\"0\"")
        .replaceAll("<iris:failures[^>]*>", "");
    assertEquals(List.of("25 empty-times"), said(empty));
  }

  @Test
  void whatIsNoFeedOfTheProfileIsSaidOnce() {
    assertEquals(List.of("1 not-rss"), said("<feed xmlns='http://www.w3.org/2005/Atom'><title>x</title></feed>"));
    assertEquals(List.of("1 ill-formed"), said("<rss version='2.0'><channel>"));
    assertEquals(List.of("1 ill-formed"), said("<!DOCTYPE rss [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><rss>&e;</rss>"));
  }

  @Test
  void aDocumentFullOfSlipsIsBounded() {
    String item = "<item><title/><iris:window/></item>\n";
    List<Finding> found = strict(GOOD.replace("</channel>", item.repeat(1_000) + "</channel>"));
    assertEquals(501, found.size());
    assertEquals("rss.strict.more", found.getFirst().reason().key());
  }

  @Test
  void theSchemaIsPublished() {
    for (String name : List.of("profile-1.xsd", "signal-1.xsd", "atom-link.xsd", "history.xsd"))
      assertTrue(Strict.schema(name).isPresent(), name);
    assertTrue(Strict.schema("../profile/package-info.class").isEmpty());
  }
}
