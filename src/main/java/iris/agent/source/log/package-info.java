/**
 * The transaction log of a service, followed as {@code tail -F} does and counted line by line: {@link
 * iris.agent.source.log.LogSource}. Three parts that do not know each other's business: {@code Follower} finds the
 * bytes through rotation and restart, {@code Lines} cuts them, a {@code LineReader} understands one.
 */
package iris.agent.source.log;
