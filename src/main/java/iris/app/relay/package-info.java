/**
 * The automatic mode as a whole: pollers, desk, journal and the relay put together
 * without a screen, on the ground that this machine gives.
 */
package iris.app.relay;
