package iris.feed;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What every question says of us: who we are, and our credentials where they may go. */
record Introduction(SourceConfig source, Vault vault) {

  /** @param ours false for a host that must not see the source's credentials */
  HttpRequest.Builder to(URI at, Optional<Proxies.Hop> hop, boolean ours) throws Denied {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at).GET().setHeader("User-Agent", "IRIS/1.0 (RSS supervision console)");
    if (ours) {
      switch (source.credentials()) {
        case Credentials.None _ -> {}
        case Credentials.Basic basic -> request.setHeader("Authorization", vault.basic(basic));
        case Credentials.Bearer bearer -> request.setHeader("Authorization", "Bearer " + vault.open(bearer.token()));
      }
    }
    if (hop.isPresent()) {
      Optional<String> pass = proxyPass(hop.get());
      if (pass.isPresent()) request.setHeader("Proxy-Authorization", pass.get());
    }
    return request;
  }

  private Optional<String> proxyPass(Proxies.Hop hop) throws Denied {
    if (source.proxy() instanceof ProxyRoute.Explicit e && e.credentials().isPresent())
      return Optional.of(vault.basic(e.credentials().get()));
    return hop.userInfo().map(pair ->
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }
}
