/** Page "origin": whose fault it is, drawn as the way from our desk to the external service, and who contests that. */
package iris.ui.origin;
