package iris.relay.mail;

import iris.relay.Courier;
import iris.relay.Delivery;
import iris.relay.Ground;
import iris.relay.Message;
import iris.relay.Param;
import iris.relay.Target;
import iris.relay.wire.Address;
import iris.relay.wire.Within;
import iris.signal.Reason;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * Events by mail; nothing that is told again and again. A connection each: mail is rare. Who of several recipients
 * has a letter is remembered, so that one who could not be reached gets it later without the others getting it twice.
 */
public final class Mailer implements Courier {
  private static final int SUBMISSION = 587;
  /** There TLS comes first, without STARTTLS. */
  private static final int SUBMISSIONS = 465;
  private static final int REMEMBERED = 1000;

  private final Target target;
  private final Ground ground;
  private final Within within;
  /** By the message's id; read and written inside {@link #within} alone. */
  private final Map<String, Set<jakarta.mail.Address>> reached = new LinkedHashMap<>();

  public Mailer(Target target, Ground ground) {
    this.target = target;
    this.ground = ground;
    this.within = new Within(target.timeout());
  }

  @Override
  public boolean takes(Message.Sort sort) {
    return sort.event();
  }

  @Override
  public Delivery deliver(Message m) throws InterruptedException {
    return within.deliver(() -> send(m));
  }

  private Delivery send(Message m) throws Ground.Locked {
    Address server = Address.of(target, SUBMISSION);
    Session session = Session.getInstance(properties(server));
    InternetAddress from = address(target.text(Param.FROM).orElseThrow());
    List<InternetAddress> to = new ArrayList<>();
    for (String line : target.lines(Param.TO)) to.add(address(line));
    // Without this, a letter to nobody would count as delivered.
    if (to.isEmpty()) throw new Ground.Locked(Reason.of("relay.mail.nobody", target.id()));
    Set<jakarta.mail.Address> have = reached.computeIfAbsent(m.id(), _ -> new LinkedHashSet<>());
    while (reached.size() > REMEMBERED) reached.remove(reached.keySet().iterator().next());
    try {
      Letter letter = Letter.of(m, target.mapping(), from, to, session, ground.clock().instant());
      jakarta.mail.Address[] missing =
          to.stream().filter(one -> !have.contains(one)).toArray(jakarta.mail.Address[]::new);
      Delivery delivery = missing.length == 0 ? Delivery.done() : hand(letter, missing, server, session, have);
      if (!(delivery instanceof Delivery.TryLater)) reached.remove(m.id());
      return delivery;
    } catch (MessagingException e) {
      return Answers.of(e, !have.isEmpty());
    }
  }

  private Delivery hand(Letter letter, jakarta.mail.Address[] to, Address server, Session session,
      Set<jakarta.mail.Address> have) throws MessagingException, Ground.Locked {
    boolean known = target.text(Param.USER).isPresent();
    String password = known && target.secret(Param.PASSWORD).isPresent()
        ? ground.secret(target.secret(Param.PASSWORD).get())
        : null;
    try (Transport transport = session.getTransport("smtp")) {
      transport.connect(server.host(), server.port(), target.text(Param.USER).orElse(null), password);
      transport.sendMessage(letter, to);
      have.addAll(List.of(to));
    } catch (SendFailedException partly) {
      if (partly.getValidSentAddresses() != null) have.addAll(List.of(partly.getValidSentAddresses()));
      return Answers.of(partly, !have.isEmpty());
    } catch (MessagingException e) {
      // The good-bye of a server that has taken the letter may fail; it has it all the same.
      if (!have.containsAll(List.of(to))) throw e;
    }
    return Delivery.done(letter.getMessageID());
  }

  private Properties properties(Address server) throws Ground.Locked {
    boolean tls = target.flag(Param.TLS, true);
    boolean first = tls && server.port() == SUBMISSIONS;
    String millis = Long.toString(Math.max(1, target.timeout().toMillis()));
    Properties p = new Properties();
    p.put("mail.smtp.connectiontimeout", millis);
    p.put("mail.smtp.timeout", millis);
    p.put("mail.smtp.auth", Boolean.toString(target.text(Param.USER).isPresent()));
    p.put("mail.smtp.ssl.enable", Boolean.toString(first));
    p.put("mail.smtp.starttls.enable", Boolean.toString(tls));
    p.put("mail.smtp.starttls.required", Boolean.toString(tls && !first));
    p.put("mail.smtp.ssl.checkserveridentity", "true");
    p.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
    p.put("mail.smtp.sendpartial", "true");
    if (tls)
      p.put("mail.smtp.ssl.socketFactory", ground.trust(target).getSocketFactory());
    return p;
  }

  private static InternetAddress address(String written) throws Ground.Locked {
    try {
      InternetAddress address = new InternetAddress(written, true);
      if (address.getAddress().indexOf('@') > 0) return address;
    } catch (AddressException noAddress) {
      throw new Ground.Locked(Reason.of("relay.mail.address", written));
    }
    throw new Ground.Locked(Reason.of("relay.mail.address", written));
  }

  @Override
  public void close() {
    // No connection outlives a letter.
  }
}
