/** Metrics for Prometheus, and who else scrapes: what stands, not what happened. */
package iris.relay.prometheus;
