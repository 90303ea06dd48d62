/**
 * What the file of the reporting agent says. {@link iris.settings.agent.AgentReader} is total: text in, {@link
 * iris.agent.AgentConfig} or all problems out. The tree is deeper than the console's, so keys are taken from it one by
 * one ({@link iris.settings.agent.Keys}); what nobody took is unknown.
 */
package iris.settings.agent;
