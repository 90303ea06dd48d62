/** Two tools for threads, and no third: {@link iris.flow.Cell} and {@link iris.flow.Mailbox}. */
package iris.flow;
