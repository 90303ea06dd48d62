/** A report on A4 pages. */
package iris.report.pdf;
