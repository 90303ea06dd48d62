/** Tools for what is drawn on a canvas: colours by role from the style sheet, text that fits, shapes of the states. */
package iris.ui.draw;
