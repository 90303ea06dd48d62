/**
 * {@code iris check}: what a feed says, for a person, for a program (feed-profile.md gives the JSON) and for a
 * supervision plug-in. Bytes or a failure come in, one text and one exit code go out; nothing here fetches or prints.
 */
package iris.app.check;
