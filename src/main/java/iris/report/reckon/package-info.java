/** What the past says of contracts, as the figures of a report. Takes its time. */
package iris.report.reckon;
