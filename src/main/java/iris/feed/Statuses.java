package iris.feed;

import iris.signal.Reason;

/** What an HTTP status that brings no document means to a person. */
final class Statuses {
  private Statuses() {}

  static Reason of(int status, String host, boolean hadCredentials) {
    return switch (status) {
      case 304 -> Reason.of("feed.http.unasked-304", host);
      case 401 -> Reason.of(hadCredentials ? "feed.http.unauthorized" : "feed.http.credentials-wanted", host);
      case 403 -> Reason.of("feed.http.forbidden", host);
      case 404 -> Reason.of("feed.http.not-found", host);
      case 407 -> Reason.of("feed.http.proxy-credentials", host);
      case 410 -> Reason.of("feed.http.gone", host);
      case 429 -> Reason.of("feed.http.too-often", host);
      case 511 -> Reason.of("feed.http.portal", host);
      default -> Reason.of(status >= 500 ? "feed.http.server" : "feed.http.status", host, status);
    };
  }
}
