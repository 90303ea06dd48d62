/**
 * The one window: header, the place of the tile board, the alarms and what an operator does about them, the last
 * events. {@link iris.ui.desk.DeskModel} is the whole picture as a value, made by a pure function; the views draw the
 * difference. Acts go out through a port; the screen changes only when the board comes back.
 */
package iris.ui.desk;
