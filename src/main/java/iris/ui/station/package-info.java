/**
 * The workstation's window beside the wall: {@link iris.ui.station.Station} hosts the pages of {@link iris.ui.page},
 * with what is true of the whole house above them.
 */
package iris.ui.station;
