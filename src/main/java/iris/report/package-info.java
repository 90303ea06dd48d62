/**
 * Reports: what an exploitation manager reads, prints and sends. One value ({@link iris.report.Paper}) in the words of
 * one language, drawn as PDF, HTML and on the screen, and the same figures as CSV and JSON. Needs no display.
 */
package iris.report;
