/** The item in the desktop's tray: a mark of the overall state, a copy that no alarm depends on. */
package iris.notify.tray;
