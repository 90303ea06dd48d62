/** A statement in the words of one language: what a manager reads, page by page. */
package iris.report.text;
