/**
 * The internal fallback of a service: the plan of the operators, and who runs it and asks how it stands. What is true the
 * board says ({@code iris.alarm}); here things are done, each at most once, and reported.
 */
package iris.fallback;
