/** The page of the month: a square for each hour, the outages by day, what caused them; the year the same way. */
package iris.ui.month;
