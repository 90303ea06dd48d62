/**
 * The in-app banner: one line in a place of its own, so that nothing re-flows and no tile is ever covered. What it says
 * is chosen by a pure function, {@link iris.ui.alert.Banner#of}. Design: alarm-model.md, section 7.
 */
package iris.ui.alert;
