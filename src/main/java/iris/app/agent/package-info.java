/**
 * The reporting agent as a whole: {@link iris.app.agent.Agent} puts store, engine, front and sources together; the
 * commands of {@code iris agent} and the demonstration start it.
 */
package iris.app.agent;
