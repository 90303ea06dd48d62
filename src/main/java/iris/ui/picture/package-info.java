/** Draws views without a display, to a PNG file: for {@code iris snapshot} and for the golden pictures. */
package iris.ui.picture;
