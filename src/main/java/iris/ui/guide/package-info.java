/** Guidance: what to do and whom to call, Markdown as a person reads it. */
package iris.ui.guide;
