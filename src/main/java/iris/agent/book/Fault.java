package iris.agent.book;

import static iris.agent.book.Cause.Sure.CERTAIN;
import static iris.agent.book.Cause.Sure.PROBABLE;
import static iris.agent.book.Cause.Sure.UNCLEAR;
import static iris.signal.Origin.EXTERNAL;
import static iris.signal.Origin.NETWORK;
import static iris.signal.Origin.PROVIDER;
import static iris.signal.Origin.UNKNOWN;

import iris.agent.book.Cause.Sure;
import iris.signal.Origin;

/**
 * Whose fault, from which party's evidence failed. The rules, in this order:
 *
 * <ol>
 *   <li>Checks of both parties fail while transactions go well: the way between the agent and both.
 *   <li>An external party's check fails: external, since the provider fails because of it. Probable where the provider's
 *       own check fails as well or the lines blame the provider, and no line blames the external party.
 *   <li>Lines blame a party that no check contradicts: that party.
 *   <li>The provider's check fails: the provider. Probable where the lines blame the external party, or where there is
 *       an external party that nobody checks.
 *   <li>Lines blame nobody: the provider, probably, where the external party's check is well; else nobody knows.
 * </ol>
 */
record Fault(Origin origin, Sure sure) {
  /** What the checks of a party say. */
  enum Voice {
    FAILED,
    WELL,
    NONE
  }

  /** What the transactions say: whom most of the failed ones blame, that they go well, or nothing. */
  enum Lines {
    BLAME_PROVIDER,
    BLAME_EXTERNAL,
    BLAME_NOBODY,
    WELL,
    NONE
  }

  /** @param externals whether the service has an external party at all */
  static Fault judge(Voice provider, Voice external, Lines lines, boolean externals) {
    if (external == Voice.FAILED) return external(provider, lines);
    if (provider == Voice.FAILED) return provider(external, lines, externals);
    return switch (lines) {
      case BLAME_PROVIDER -> new Fault(PROVIDER, CERTAIN);
      case BLAME_EXTERNAL -> new Fault(EXTERNAL, external == Voice.WELL ? PROBABLE : CERTAIN);
      case BLAME_NOBODY -> external == Voice.WELL || !externals ? new Fault(PROVIDER, PROBABLE)
          : new Fault(UNKNOWN, UNCLEAR);
      case WELL, NONE -> new Fault(UNKNOWN, UNCLEAR);
    };
  }

  private static Fault external(Voice provider, Lines lines) {
    return switch (lines) {
      case WELL -> provider == Voice.FAILED ? new Fault(NETWORK, PROBABLE) : new Fault(EXTERNAL, PROBABLE);
      case BLAME_EXTERNAL -> new Fault(EXTERNAL, CERTAIN);
      case BLAME_PROVIDER -> new Fault(EXTERNAL, PROBABLE);
      case BLAME_NOBODY, NONE -> new Fault(EXTERNAL, provider == Voice.FAILED ? PROBABLE : CERTAIN);
    };
  }

  private static Fault provider(Voice external, Lines lines, boolean externals) {
    return switch (lines) {
      case BLAME_PROVIDER -> new Fault(PROVIDER, CERTAIN);
      case BLAME_EXTERNAL -> external == Voice.WELL ? new Fault(PROVIDER, PROBABLE) : new Fault(EXTERNAL, PROBABLE);
      case WELL -> new Fault(PROVIDER, PROBABLE);
      case BLAME_NOBODY, NONE -> new Fault(PROVIDER, external == Voice.WELL || !externals ? CERTAIN : PROBABLE);
    };
  }
}
