package iris.feed;

import iris.signal.Bulletin;
import iris.signal.Finding;
import iris.signal.Reason;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * From a document to the archive before it (RFC 5005), and where that stops. Pure.
 *
 * @param seen addresses of the documents on the way
 */
record Trail(SourceConfig source, Set<URI> seen) {
  /** Documents for one gap: a wall's day is in two, and who publishes an archive an hour is served for a third of it. */
  static final int MOST = 10;

  /** Where it goes on. */
  sealed interface Way {
    record To(URI uri) implements Way {}

    record End() implements Way {}

    record No(Reason why) implements Way {}
  }

  Trail {
    seen = Set.copyOf(seen);
  }

  static Trail from(SourceConfig source, URI at) {
    return new Trail(source, Set.of(at));
  }

  Trail to(URI next) {
    Set<URI> more = new HashSet<>(seen);
    more.add(next);
    return new Trail(source, more);
  }

  /** @param at where {@code document} was found */
  Way before(Bulletin document, URI at) {
    Optional<URI> link = document.channel().previous();
    if (link.isEmpty()) return new Way.End();
    URI to = Links.resolve(at, document.channel().self(), link.get());
    if (!Links.askable(at, to) || !Redirects.sameDoor(source.uri(), to))
      return new Way.No(Reason.of("feed.archive.foreign", String.valueOf(to.getHost())));
    if (seen.contains(to)) return new Way.No(Reason.of("feed.archive.loop", to.getPath()));
    if (seen.size() > MOST) return new Way.No(Reason.of("feed.archive.many", MOST));
    return new Way.To(to);
  }

  /** The document with a finding where its link is refused. */
  Bulletin vetted(Bulletin document, URI at) {
    if (!(before(document, at) instanceof Way.No no)) return document;
    List<Finding> findings = new ArrayList<>(document.findings());
    findings.add(new Finding(Finding.Level.WARNING, 0, no.why()));
    return new Bulletin(document.channel(), document.dialect(), document.services(), document.items(),
        document.incidents(), findings);
  }
}
