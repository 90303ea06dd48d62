/** Lines of TCP and TLS, for the couriers that do not speak HTTP. */
package iris.relay.wire;
