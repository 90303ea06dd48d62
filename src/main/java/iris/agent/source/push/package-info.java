/**
 * A door on the loopback address for services that measure themselves: one event per transaction, as JSON or as line
 * protocol, over HTTP, and the line protocol over UDP. {@link iris.agent.source.push.PushSource}.
 */
package iris.agent.source.push;
