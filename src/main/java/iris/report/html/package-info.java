/** A report for a browser. */
package iris.report.html;
