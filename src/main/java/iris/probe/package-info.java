/** One synthetic check of a URL or a host, step by step: {@link iris.probe.Probe}. */
package iris.probe;
