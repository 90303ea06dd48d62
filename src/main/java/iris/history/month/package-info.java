/** A month or a year on one leaf: each hour or day a square, the outages by day, what caused them. */
package iris.history.month;
