/** What was, told again: episodes of alarms, and the story of each from the feed's words to the last acknowledgement. */
package iris.history.story;
