package iris.relay.post;

import iris.relay.Courier;
import iris.relay.Ground;
import iris.relay.Target;
import iris.relay.alertmanager.Alertmanager;
import iris.relay.centreon.Centreon;
import iris.relay.hook.CommandHook;
import iris.relay.icinga.Icinga;
import iris.relay.mail.Mailer;
import iris.relay.mqtt.MqttPublisher;
import iris.relay.nagios.NagiosCgi;
import iris.relay.nagios.NagiosPipe;
import iris.relay.nagios.Nrdp;
import iris.relay.prometheus.Prometheus;
import iris.relay.snmp.SnmpNotifier;
import iris.relay.syslog.Relp;
import iris.relay.syslog.SyslogTls;
import iris.relay.syslog.SyslogUdp;
import iris.relay.webhook.PagerDuty;
import iris.relay.webhook.ServiceNow;
import iris.relay.webhook.Slack;
import iris.relay.webhook.Teams;
import iris.relay.webhook.Webhook;
import iris.relay.zabbix.Zabbix;

/** The courier of each kind of server. */
public final class Couriers {
  private Couriers() {}

  public static Courier of(Target target, Ground ground) {
    return switch (target.kind()) {
      case ICINGA -> new Icinga(target, ground);
      case ZABBIX, ZABBIX_API -> new Zabbix(target, ground);
      case NAGIOS_PIPE -> new NagiosPipe(target, ground);
      case NAGIOS_CGI -> new NagiosCgi(target, ground);
      case NRDP -> new Nrdp(target, ground);
      case CENTREON -> new Centreon(target, ground);
      case PROMETHEUS -> new Prometheus(target, ground);
      case ALERTMANAGER -> new Alertmanager(target, ground);
      case WEBHOOK -> new Webhook(target, ground);
      case PAGERDUTY -> new PagerDuty(target, ground);
      case SLACK -> new Slack(target, ground);
      case TEAMS -> new Teams(target, ground);
      case SERVICENOW -> new ServiceNow(target, ground);
      case COMMAND_HOOK -> new CommandHook(target, ground);
      case RELP -> new Relp(target, ground);
      case SYSLOG_TLS -> new SyslogTls(target, ground);
      case SYSLOG_UDP -> new SyslogUdp(target, ground);
      case SNMP -> new SnmpNotifier(target, ground);
      case MQTT -> new MqttPublisher(target, ground);
      case MAIL -> new Mailer(target, ground);
    };
  }
}
