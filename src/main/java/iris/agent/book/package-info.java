/**
 * The pure heart of the agent: what was heard of one service becomes windows, incidents and maintenance, ready to be
 * published. {@link iris.agent.book.Book} is immutable and knows no clock, file or thread; everything else here is
 * its hand: a {@code Draft} is opened for one stimulus, each part turns its page, and the next book is closed.
 */
package iris.agent.book;
