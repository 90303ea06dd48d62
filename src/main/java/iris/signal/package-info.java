/**
 * The vocabulary: what a feed can say and what can be said about a feed. Records, enums and sealed types;
 * nothing here decides, reads a clock or knows another package of ours.
 */
package iris.signal;
