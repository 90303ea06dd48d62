/**
 * What is kept, beside the program that keeps it: saved while it runs, brought back, counted again, written as text
 * that other programs read, and read again. Needs no display.
 */
package iris.history.keep;
