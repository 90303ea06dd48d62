/** Ways into Nagios and what is like it: the command file, the stock web interface, NRDP. */
package iris.relay.nagios;
