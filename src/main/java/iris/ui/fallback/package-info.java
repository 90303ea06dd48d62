/** The page of the internal fallback: what is advised, switching there and back, and what is known of it. */
package iris.ui.fallback;
