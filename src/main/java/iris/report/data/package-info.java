/** The figures of a report for a spreadsheet and for a program. */
package iris.report.data;
