/** Syslog after RFC 5424, over UDP, TLS and RELP. */
package iris.relay.syslog;
