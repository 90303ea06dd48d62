/**
 * What was. {@link iris.history.Journal} keeps every input that the board took and every transition that came of it,
 * durable before anything is shown as done; {@link iris.history.Keeper} is its thread. A board is started again from
 * the newest snapshot and the inputs after it, through the same pure {@code Board.after}.
 */
package iris.history;
