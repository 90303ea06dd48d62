/**
 * Profile 1 both ways: a streaming reader for the console, a ROME module for the agent (and for any ROME user). What
 * an element must have and what it means is written once, in the drafts, and both readers fill those.
 */
package iris.rss.profile;
