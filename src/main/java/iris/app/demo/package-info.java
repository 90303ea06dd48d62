/**
 * The built-in demonstration: simulated services ({@code iris.agent.simulate}), a real agent that watches and publishes
 * them, and a plot of what goes wrong ({@link iris.app.demo.Plot}). {@link iris.app.demo.LiveDemo} holds it together,
 * {@link iris.app.demo.Backstory} is the day before its start.
 */
package iris.app.demo;
