/**
 * The shift: the page that one shift hands to the next, its notes, its signatures and its paper; the exercise and the
 * check of the station. What the page says is a value, {@link iris.ui.shift.Handover}, then {@link iris.ui.shift.Sheet}.
 */
package iris.ui.shift;
