/**
 * Settings written by the program into files that a person keeps: only what is said changes, byte for byte. {@link
 * iris.settings.edit.Papers} are the files as they were read; {@link iris.settings.edit.Draft} is what a list of edits
 * makes of them, pure and judged as a whole; {@link iris.settings.edit.Writer} puts it on the disk, all or nothing.
 */
package iris.settings.edit;
