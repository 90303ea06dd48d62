/** What is usual of a service at an hour of a weekday, by past weeks: without training, and explained in one sentence. */
package iris.history.drift;
