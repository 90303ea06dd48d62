/** Icinga 2 by its REST API: results with a time to live, each proved by reading back what the server now holds. */
package iris.relay.icinga;
