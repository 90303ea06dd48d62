/**
 * Asks the sources: {@link iris.feed.Fetcher} makes one fetch, {@link iris.feed.Course} decides what it means and what
 * to do next, {@link iris.feed.Poller} does it on a thread of its own, {@link iris.feed.Pollers} keeps all of them.
 */
package iris.feed;
