/** The journal played again: {@link iris.history.film.Film} is the same board fed from what was written down. */
package iris.history.film;
