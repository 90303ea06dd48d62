/**
 * The page of the services: what is muted, by whom and until when, each with the act that ends it; maintenance planned by
 * the clock on the wall; out of service. And who is at the desk.
 */
package iris.ui.acts;
