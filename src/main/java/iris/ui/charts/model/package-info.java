/** What a chart shows, without any screen: which part of time, what is read for it, what falls on which pixel. Pure. */
package iris.ui.charts.model;
