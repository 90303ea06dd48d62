package iris.feed;

import java.util.Objects;

/** How we say to a server who we are. Holds where secrets are kept, never a secret. */
public sealed interface Credentials {
  Credentials NONE = new None();

  record None() implements Credentials {}

  record Basic(String user, Secret password) implements Credentials {
    public Basic {
      Objects.requireNonNull(password);
      // RFC 7617: a colon would move the border between name and password.
      if (user.indexOf(':') >= 0) throw new Misconfigured("feed.config.user");
    }
  }

  record Bearer(Secret token) implements Credentials {
    public Bearer {
      Objects.requireNonNull(token);
    }
  }
}
