/**
 * Profile 1 to the letter, for whoever writes a feed: the published schema, and what a schema cannot say. The readers
 * of {@code iris.rss} are lenient on purpose; this is what they would have liked to get.
 */
package iris.rss.strict;
