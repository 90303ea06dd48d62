/**
 * Where evidence comes from: each source in a package of its own. Here stands what those that hear of single
 * transactions have in common: {@link iris.agent.source.Transaction}, whose fault it is, and the count.
 */
package iris.agent.source;
