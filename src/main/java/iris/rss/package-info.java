/**
 * Documents both ways: the profile, the foreign dialects, the hardened reading. {@link iris.rss.Rss} is the way in; it
 * never throws, whatever the bytes.
 */
package iris.rss;
