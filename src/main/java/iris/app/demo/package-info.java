/**
 * The built-in demonstration: a pure script ({@link iris.app.demo.Script}) says what every document holds at every
 * moment, {@link iris.app.demo.Press} prints it with the writer that real agents use, {@link iris.app.demo.DemoServer}
 * publishes it on this machine.
 */
package iris.app.demo;
