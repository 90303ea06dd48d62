/** A command of this machine for each transition. */
package iris.relay.hook;
