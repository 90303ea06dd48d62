/**
 * A stand-in for the real service, for demonstrations, tests and exercises: {@link iris.agent.simulate.Siv} looks up
 * plates behind an HTTP door, asks an external party behind a door of its own, and goes wrong on demand.
 */
package iris.agent.simulate;
