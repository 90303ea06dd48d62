/** French and English: messages, numbers, times and durations as a person reads them. Knows no screen. */
package iris.words;
