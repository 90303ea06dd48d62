/** The page of the episodes: which there were, and the story of the one that is chosen. */
package iris.ui.story;
