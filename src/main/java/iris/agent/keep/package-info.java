/**
 * What runs and what lasts. {@link iris.agent.keep.Engine} is the agent's one writer: it hands evidence and
 * announcements to the books, commits what came of them to the {@link iris.agent.keep.Store}, and only then has it
 * published. {@link iris.agent.keep.StateFolder} opens the store; {@link iris.agent.keep.Inbox} is the door by which
 * another process of the same machine tells the running agent something.
 */
package iris.agent.keep;
