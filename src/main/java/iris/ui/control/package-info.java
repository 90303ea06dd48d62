/**
 * How the screen is reached: {@link iris.ui.control.Door} is the one way onto the FX thread, {@link
 * iris.ui.control.Pump} brings a cell's value through it at most ten times a second, {@link iris.ui.control.Pulse}
 * makes the clock and the ages go.
 */
package iris.ui.control;
