/** The foreign dialects of feed-profile.md, read by ROME within bounds. */
package iris.rss.foreign;
