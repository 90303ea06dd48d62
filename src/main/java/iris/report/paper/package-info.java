/** What is written on paper, whoever writes: A4 pages, the typeface, lines that break, the foot, where a file goes. */
package iris.report.paper;
