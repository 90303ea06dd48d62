/** A sheet on paper: as a PDF that carries its own typeface, and through a printer of the machine. Off the FX thread. */
package iris.ui.shift.paper;
