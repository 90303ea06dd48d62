/** What a window remembers from one start to the next: where it stood, what was open, how lists were sorted. */
package iris.ui.station.keep;
