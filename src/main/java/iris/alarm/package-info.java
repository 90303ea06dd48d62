/**
 * What is true. {@link iris.alarm.Board} is an immutable value: {@code board.after(input, now)} gives the next board and
 * the transitions between the two, and nothing else happens. {@code Desk} is its only writer. Design: alarm-model.md.
 */
package iris.alarm;
