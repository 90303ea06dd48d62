/** The page of the alarms: one table of them all, and what is done to them. */
package iris.ui.station.alarms;
