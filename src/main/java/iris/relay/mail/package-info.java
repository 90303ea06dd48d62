/** Mail for people, by SMTP. */
package iris.relay.mail;
