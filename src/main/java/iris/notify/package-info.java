/**
 * Who is told, and why. {@link iris.notify.Stages} decides from what the board announced, purely; {@link
 * iris.notify.Teller} runs it on a thread of its own and acts through two ports: {@link iris.notify.Horn} (IRIS's own
 * sounds) and {@link iris.notify.Toasts} (the desktop, a copy that guarantees nothing). Every announcement gets an
 * answer with its reason, told or withheld. Design: alarm-model.md, section 7.
 */
package iris.notify;
