/**
 * Active checks: {@link iris.agent.source.check.CheckSource} asks at its own rhythm, {@code Judge} says what an answer
 * is worth, {@code PluginRun} runs a command in the convention of Nagios plugins, {@code PluginOutput} reads what it
 * said.
 */
package iris.agent.source.check;
