/** Everything that takes a POST: CloudEvents to whoever listens, pagers, chats and ticket desks in their own terms. */
package iris.relay.webhook;
