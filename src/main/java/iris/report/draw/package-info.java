/** Plain strokes: what paper, browser and screen can all draw. Knows none of them. */
package iris.report.draw;
