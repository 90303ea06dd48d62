/**
 * The automatic mode's voice: what is told to the supervision servers that a company already runs, and how. A {@link
 * iris.relay.Message} says what is so, in no server's terms; a {@link iris.relay.Courier} knows one server's wire and
 * nothing of the others; what became of it is a {@link iris.relay.Delivery}.
 */
package iris.relay;
