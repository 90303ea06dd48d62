/** Charts as pixels: a picture is a row of numbers, filled column by column. Needs no toolkit, so it can be measured. */
package iris.ui.charts.paint;
