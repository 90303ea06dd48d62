package iris.relay;

import static iris.relay.Param.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The servers that can be told, and what each must and may be told of itself. */
public enum Kind {
  ICINGA(must(URL), USER, PASSWORD, CA, CERTIFICATE, KEY, KEY_PASSWORD),
  /** The external command file on this machine. */
  NAGIOS_PIPE(must(FILE), STATUS_FILE),
  /** The stock web interface of Nagios (cmd.cgi). */
  NAGIOS_CGI(must(URL, USER, PASSWORD), CA),
  NRDP(must(URL, TOKEN), GAP, CA),
  /** Centreon Web's API; Centreon Engine's command file is a {@link #NAGIOS_PIPE}. */
  CENTREON(must(URL, USER, PASSWORD), CA),
  /** Zabbix 6 and later: the sender's protocol. */
  ZABBIX(must(ADDRESS), DISCOVERY, TLS, CA, CERTIFICATE, KEY, KEY_PASSWORD),
  /** Zabbix 7 and later: history.push. */
  ZABBIX_API(must(URL, TOKEN), DISCOVERY, CA),
  /** Waits to be scraped. */
  PROMETHEUS(must(LISTEN), USER, PASSWORD, TOKEN),
  ALERTMANAGER(must(URL), USER, PASSWORD, TOKEN, CA),
  /** CloudEvents 1.0, structured JSON. */
  WEBHOOK(must(URL), USER, PASSWORD, TOKEN, SIGNING_KEY, HEADERS, BODY, CA, CERTIFICATE, KEY, KEY_PASSWORD),
  /** Events v2; the token is the routing key. */
  PAGERDUTY(must(TOKEN), URL, CA),
  /** Incoming hook in Slack's form: Slack, Mattermost, Rocket.Chat. The address is the secret: token holds it. */
  SLACK(must(TOKEN), CA),
  /** Incoming hook or workflow of Teams. */
  TEAMS(must(TOKEN), CA),
  /** ServiceNow-like: a record is made and closed by REST. */
  SERVICENOW(must(URL, USER, PASSWORD), CA),
  SYSLOG_UDP(must(ADDRESS), FACILITY, APP_NAME),
  SYSLOG_TLS(must(ADDRESS), FACILITY, APP_NAME, CA, CERTIFICATE, KEY, KEY_PASSWORD),
  RELP(must(ADDRESS), FACILITY, APP_NAME, TLS, CA, CERTIFICATE, KEY, KEY_PASSWORD),
  SNMP(must(ADDRESS), COMMUNITY, NOTIFY, USER, AUTHENTICATION, PASSWORD, PRIVACY, PRIVACY_PASSWORD),
  MQTT(must(ADDRESS), USER, PASSWORD, TOPIC, TLS, CA, CERTIFICATE, KEY, KEY_PASSWORD),
  MAIL(must(ADDRESS, FROM, TO), USER, PASSWORD, TLS, CA),
  /** A command on this machine, the event as JSON on its standard input. */
  COMMAND_HOOK(must(COMMAND), AT_ONCE);

  private final Set<Param> must;
  private final Set<Param> may;

  Kind(Set<Param> must, Param... may) {
    this.must = must;
    this.may = EnumSet.of(TIMEOUT, STATISTICS, RESEND);
    this.may.addAll(List.of(may));
  }

  private static Set<Param> must(Param... these) {
    return EnumSet.copyOf(List.of(these));
  }

  public Set<Param> must() {
    return Set.copyOf(must);
  }

  /** What it may have besides. */
  public Set<Param> may() {
    return Set.copyOf(may);
  }

  public boolean takes(Param param) {
    return must.contains(param) || may.contains(param);
  }

  /** As it is written in the file: {@code nagios-pipe}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
