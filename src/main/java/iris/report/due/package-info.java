/** The month that is written by itself, once. */
package iris.report.due;
