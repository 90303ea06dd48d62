package iris.relay;

import java.util.Locale;

/** Every parameter that a target can have, with how it is written; {@link Kind} says which target takes which. */
public enum Param {
  URL(Type.LINK, "https://icinga.example.org:5665"),
  ADDRESS(Type.TEXT, "supervision.example.org:514"),
  FILE(Type.FILE, "/var/lib/nagios4/rw/nagios.cmd"),
  /** Where the server keeps how things stand, to read back what it made of what it was told. */
  STATUS_FILE(Type.FILE, "/var/lib/nagios4/status.dat"),
  USER(Type.TEXT, "iris"),
  PASSWORD(Type.SECRET, "env:IRIS_RELAY_PASSWORD"),
  TOKEN(Type.SECRET, "file:relay.token"),
  /** Authorities trusted instead of the machine's. */
  CA(Type.FILE, "supervision-ca.pem"),
  CERTIFICATE(Type.FILE, "iris.p12"),
  KEY(Type.FILE, "iris.key"),
  KEY_PASSWORD(Type.SECRET, "env:IRIS_RELAY_KEY"),
  /** TLS on a wire that also goes without. */
  TLS(Type.FLAG, "true"),
  TIMEOUT(Type.SPAN, "10s"),
  /** Signs a webhook (HMAC-SHA-256). */
  SIGNING_KEY(Type.SECRET, "env:IRIS_WEBHOOK_KEY"),
  HEADERS(Type.LINES, "[\"X-Team: night\"]"),
  /** Body of a webhook with {placeholders}. */
  BODY(Type.TEXT, "'{\"text\": \"{summary}\"}'"),
  /** Discovery rule of Zabbix that gets the signals. */
  DISCOVERY(Type.TEXT, "iris.signals"),
  LISTEN(Type.TEXT, "127.0.0.1:9634"),
  FACILITY(Type.TEXT, "local0"),
  APP_NAME(Type.TEXT, "iris"),
  COMMUNITY(Type.SECRET, "env:IRIS_SNMP_COMMUNITY"),
  /** NRDP: what lies between two results of one service. */
  GAP(Type.SPAN, "15s"),
  /** SNMP: inform (acknowledged) or trap. */
  NOTIFY(Type.TEXT, "inform"),
  AUTHENTICATION(Type.TEXT, "SHA-256"),
  PRIVACY(Type.TEXT, "AES-128"),
  PRIVACY_PASSWORD(Type.SECRET, "env:IRIS_SNMP_PRIVACY"),
  TOPIC(Type.TEXT, "iris"),
  FROM(Type.TEXT, "iris@example.org"),
  TO(Type.LINES, "[night@example.org]"),
  COMMAND(Type.LINES, "[/usr/local/bin/on-outage, --json]"),
  /** How many commands at once. */
  AT_ONCE(Type.WHOLE, "4"),
  /** Whether statistics are passed on too. */
  STATISTICS(Type.FLAG, "true"),
  /** Every how long the present state is told again. */
  RESEND(Type.SPAN, "1m");

  /** How it is written. */
  public enum Type {
    TEXT,
    SECRET,
    FILE,
    LINK,
    LINES,
    SPAN,
    WHOLE,
    FLAG
  }

  private final Type type;
  private final String sample;

  Param(Type type, String sample) {
    this.type = type;
    this.sample = sample;
  }

  public Type type() {
    return type;
  }

  /** What an example shows. */
  public String sample() {
    return sample;
  }

  /** As it is written in the file: {@code key-password}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
