/**
 * What every server of the Nagios family understands: the result of a check that somebody else made. The ways to bring
 * it there are couriers of their own.
 */
package iris.relay.passive;
