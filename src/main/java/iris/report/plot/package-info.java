/** Charts and strips of a report to strokes. */
package iris.report.plot;
