/** Centreon Web's API, version 2. Centreon Engine's command file is that of Nagios. */
package iris.relay.centreon;
