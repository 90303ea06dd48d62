/** Palettes, the type, and the sheets that carry them. Colours have names (roles); views use the roles. */
package iris.ui.theme;
