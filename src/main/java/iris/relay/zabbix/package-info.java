/** Zabbix, by the protocol of its sender (6 and later) or by history.push (7), with items that make themselves. */
package iris.relay.zabbix;
