/**
 * What is told, and that it arrives: {@link iris.relay.post.Herald} makes messages of what the board decided, {@link
 * iris.relay.post.Outbox} keeps them on the disk until a server has them, {@link iris.relay.post.Post} brings them
 * there, {@link iris.relay.post.Relay} is the door for the rest of the program.
 */
package iris.relay.post;
