/** What a contract promises, and what of it was kept: pure figures of stretches, pauses, episodes and the feed's words. */
package iris.history.contract;
