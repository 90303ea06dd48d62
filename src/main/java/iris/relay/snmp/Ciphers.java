package iris.relay.snmp;

import iris.relay.Ground;
import iris.relay.Param;
import iris.relay.Target;
import iris.relay.Value;
import iris.signal.Reason;
import java.util.Locale;
import org.snmp4j.security.AuthHMAC128SHA224;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.AuthHMAC256SHA384;
import org.snmp4j.security.AuthHMAC384SHA512;
import org.snmp4j.security.AuthSHA;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.PrivAES192;
import org.snmp4j.security.PrivAES256;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.UsmUser;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;

/** How SNMPv3 proves and hides what is sent: always both. */
final class Ciphers {
  /** RFC 3414: shorter passwords are refused. */
  private static final int SHORTEST = 8;

  private Ciphers() {}

  /** SHA-1 is in no set of SNMP4J any more, and in half of all receivers still. */
  static SecurityProtocols known() {
    SecurityProtocols protocols = new SecurityProtocols(SecurityProtocols.SecurityProtocolSet.none);
    protocols.addAuthenticationProtocol(new AuthSHA());
    protocols.addAuthenticationProtocol(new AuthHMAC128SHA224());
    protocols.addAuthenticationProtocol(new AuthHMAC192SHA256());
    protocols.addAuthenticationProtocol(new AuthHMAC256SHA384());
    protocols.addAuthenticationProtocol(new AuthHMAC384SHA512());
    protocols.addPrivacyProtocol(new PrivAES128());
    protocols.addPrivacyProtocol(new PrivAES192());
    protocols.addPrivacyProtocol(new PrivAES256());
    return protocols;
  }

  static UsmUser user(Target target, Ground ground) throws Ground.Locked {
    return new UsmUser(new OctetString(target.text(Param.USER).orElseThrow()),
        authentication(target.text(Param.AUTHENTICATION).orElse("SHA-256")), password(target, ground, Param.PASSWORD),
        privacy(target.text(Param.PRIVACY).orElse("AES-128")), password(target, ground, Param.PRIVACY_PASSWORD));
  }

  private static OctetString password(Target target, Ground ground, Param which) throws Ground.Locked {
    Value.Secret place = target.secret(which)
        .orElseThrow(() -> new Ground.Locked(Reason.of("relay.snmp.needs", target.id(), which.word())));
    OctetString password = new OctetString(ground.secret(place));
    if (password.length() < SHORTEST) throw new Ground.Locked(Reason.of("relay.snmp.short", which.word(), SHORTEST));
    return password;
  }

  private static OID authentication(String written) throws Ground.Locked {
    return switch (plain(written)) {
      case "SHA", "SHA1" -> AuthSHA.ID;
      case "SHA224" -> AuthHMAC128SHA224.ID;
      case "SHA256" -> AuthHMAC192SHA256.ID;
      case "SHA384" -> AuthHMAC256SHA384.ID;
      case "SHA512" -> AuthHMAC384SHA512.ID;
      default -> throw new Ground.Locked(Reason.of("relay.snmp.authentication", written));
    };
  }

  private static OID privacy(String written) throws Ground.Locked {
    return switch (plain(written)) {
      case "AES", "AES128" -> PrivAES128.ID;
      case "AES192" -> PrivAES192.ID;
      case "AES256" -> PrivAES256.ID;
      default -> throw new Ground.Locked(Reason.of("relay.snmp.privacy", written));
    };
  }

  private static String plain(String written) {
    return written.strip().toUpperCase(Locale.ROOT).replace("-", "");
  }
}
