package iris.relay.mail;

import iris.relay.Mapping;
import iris.relay.Message;
import iris.relay.Plain;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * An event as a mail of plain text. Its name is made of the event's, so that a second copy can be told from
 * a second event.
 */
final class Letter extends MimeMessage {
  /** Bytes of UTF-8 before encoding. */
  private static final int SUBJECT = 200;
  private static final int SENTENCE = 2000;
  private static final int FIELD = 300;

  private final String name;

  private Letter(Session session, String name) {
    super(session);
    this.name = name;
  }

  static Letter of(Message m, Mapping mapping, InternetAddress from, List<InternetAddress> to, Session session,
      Instant now)
      throws MessagingException {
    String domain = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
    String thread = name(m.episode(), domain);
    boolean first = m.sort() == Message.Sort.BEGIN;
    Letter letter = new Letter(session, first ? thread : name(m.id(), domain));
    letter.setFrom(from);
    letter.setRecipients(RecipientType.TO, to.toArray(Address[]::new));
    letter.setSubject(subject(m, mapping), StandardCharsets.UTF_8.name());
    letter.setSentDate(Date.from(now));
    if (!first) {
      letter.setHeader("In-Reply-To", thread);
      letter.setHeader("References", thread);
    }
    // No holiday answer, from whomever (RFC 3834; the second is what Exchange listens to).
    letter.setHeader("Auto-Submitted", "auto-generated");
    letter.setHeader("X-Auto-Response-Suppress", "All");
    letter.setText(body(m, mapping), StandardCharsets.UTF_8.name());
    letter.saveChanges();
    return letter;
  }

  private static String subject(Message m, Mapping mapping) {
    String word = mapping.severity(m.severity(), m.severity().name());
    return Plain.line("[" + word + "] " + mapping.text(m), SUBJECT);
  }

  private static String body(Message m, Mapping mapping) {
    StringBuilder body = new StringBuilder(Plain.line(mapping.text(m), SENTENCE)).append("\r\n");
    m.muted().ifPresent(why -> body.append(Plain.line(why, SENTENCE)).append("\r\n"));
    body.append("\r\n");
    field(body, "signal", m.signal().id() + " (" + m.signal().name() + ")");
    m.alarm().ifPresent(kind -> field(body, "alarm", word(kind)));
    field(body, "event", word(m.sort()));
    field(body, "state", word(m.level()));
    m.origin().ifPresent(fault -> field(body, "origin", word(fault)));
    field(body, "at", m.at().toString());
    m.since().map(Instant::toString).ifPresent(since -> field(body, "since", since));
    m.lasted().map(Duration::toString).ifPresent(lasted -> field(body, "lasted", lasted));
    mapping.labels(m).forEach((label, value) -> field(body, label, value));
    field(body, "id", m.id());
    return body.toString();
  }

  private static void field(StringBuilder body, String name, String value) {
    body.append(Plain.line(name + ": " + value, FIELD)).append("\r\n");
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String name(String of, String domain) {
    try {
      byte[] all = MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.UTF_8));
      return "<iris." + HexFormat.of().formatHex(all, 0, 16) + "@" + domain + ">";
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", name);
  }
}
