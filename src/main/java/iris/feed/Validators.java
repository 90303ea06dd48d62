package iris.feed;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.Objects;
import java.util.Optional;

/** By what a server knows the document that we have. They belong to the address that gave them, not to a redirect. */
public record Validators(Optional<URI> of, Optional<String> etag, Optional<String> lastModified) {
  public static final Validators NONE = new Validators(Optional.empty(), Optional.empty(), Optional.empty());

  public Validators {
    Objects.requireNonNull(of);
    Objects.requireNonNull(etag);
    Objects.requireNonNull(lastModified);
  }

  static Validators from(URI at, HttpHeaders headers) {
    return new Validators(Optional.of(at), headers.firstValue("ETag"), headers.firstValue("Last-Modified"));
  }

  public boolean any() {
    return etag.isPresent() || lastModified.isPresent();
  }

  boolean validFor(URI at) {
    return any() && of.filter(at::equals).isPresent();
  }

  /** A 304 may bring newer ones; what it leaves out stays. */
  Validators renewedBy(Validators other) {
    return new Validators(other.of, other.etag.or(() -> etag), other.lastModified.or(() -> lastModified));
  }

  void addTo(HttpRequest.Builder request) {
    etag.ifPresent(tag -> request.setHeader("If-None-Match", tag));
    lastModified.ifPresent(date -> request.setHeader("If-Modified-Since", date));
  }
}
