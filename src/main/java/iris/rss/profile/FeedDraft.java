package iris.rss.profile;

import iris.rss.Dates;
import iris.rss.Limits;
import iris.rss.Texts;
import iris.signal.Channel;
import iris.signal.Item;
import iris.signal.Service;
import iris.signal.Window;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The head of a document while it is read. What is said twice counts the first time. */
final class FeedDraft {
  private static final int LONGEST_LINK = 4_000;
  private final Limits limits;
  private final Findings findings;
  final ServicesDraft services;
  private final AgentDraft agent;
  private @Nullable String title;
  private @Nullable String description;
  private @Nullable String language;
  private @Nullable String generator;
  private @Nullable URI link;
  private @Nullable URI self;
  private @Nullable URI previous;
  private @Nullable URI current;
  private @Nullable URI next;
  private @Nullable URI push;
  private boolean archive;
  private @Nullable Instant built;
  private int ttl;

  FeedDraft(Limits limits, Findings findings) {
    this.limits = limits;
    this.findings = findings;
    services = new ServicesDraft(findings);
    agent = new AgentDraft(findings);
  }

  /** Whether the text of this element of RSS is wanted by {@link #text}. */
  static boolean wants(String name) {
    return switch (name) {
      case "title", "link", "description", "language", "generator", "lastBuildDate", "ttl" -> true;
      default -> false;
    };
  }

  void text(String name, String raw) {
    switch (name) {
      case "title" -> title = title == null ? Texts.line(raw, limits.text()) : title;
      case "link" -> link = link == null ? uri(raw) : link;
      case "description" -> description = description == null ? Texts.clean(raw, limits.text()) : description;
      case "language" -> language = language == null ? Texts.line(raw, BodyDraft.LONGEST_ID) : language;
      case "generator" -> generator = generator == null ? Texts.line(raw, limits.text()) : generator;
      case "lastBuildDate" -> built(raw);
      case "ttl" -> ttl(raw.strip());
      default -> throw new IllegalArgumentException(name);
    }
  }

  private void built(String raw) {
    if (built != null) return;
    built = Dates.read(raw).orElse(null);
    if (built == null) findings.warnHere("rss.profile.misread", "channel", "lastBuildDate", Texts.line(raw, 60));
  }

  private void ttl(String raw) {
    long minutes = Figures.number(raw.toCharArray(), 0, raw.length());
    if (minutes >= 0 && minutes <= Integer.MAX_VALUE) ttl = (int) minutes;
    else findings.warnHere("rss.profile.misread", "channel", "ttl", Texts.line(raw, 60));
  }

  /** {@code atom:link}. */
  void link(Attributes a) {
    String rel = "";
    String type = "";
    String href = "";
    for (int i = 0, n = a.count(); i < n; i++) {
      switch (a.name(i)) {
        case "rel" -> rel = a.value(i);
        case "type" -> type = a.value(i);
        case "href" -> href = a.value(i);
        default -> {}
      }
    }
    switch (rel) {
      case "self" -> self = self == null ? uri(href) : self;
      case "prev-archive" -> previous = previous == null ? uri(href) : previous;
      case "next-archive" -> next = next == null ? uri(href) : next;
      case "current" -> current = current == null ? uri(href) : current;
      case "alternate" -> {
        if (push == null && type.equals("text/event-stream")) push = uri(href);
      }
      default -> {}
    }
  }

  /** A child of the channel in the namespace of RFC 5005. */
  void history(String name) {
    archive |= name.equals("archive");
  }

  /** A child of the channel in our namespace; true if it has children that {@link #services} takes. */
  boolean element(String name, Attributes a) {
    if (name.equals("agent")) agent.read(a);
    return name.equals("service") && services.begin(a);
  }

  /** Null, and a warning, for what is no address or of a scheme that a feed has no business to name. */
  private @Nullable URI uri(String raw) {
    String text = raw.strip();
    if (text.isEmpty()) return null;
    try {
      if (text.length() > LONGEST_LINK) throw new URISyntaxException(text.substring(0, 60), "too long");
      URI uri = new URI(text);
      String scheme = uri.getScheme();
      if (scheme == null || scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https")) return uri;
    } catch (URISyntaxException e) {
      findings.warnHere("rss.profile.misread", "channel", "link", Texts.line(e.getInput(), 60));
      return null;
    }
    findings.warnHere("rss.profile.misread", "channel", "link", Texts.line(text, 60));
    return null;
  }

  String title() {
    return title == null ? "" : title;
  }

  Channel channel(List<Item> items) {
    if (title == null) findings.warning(0, "rss.profile.no-title");
    return new Channel(title(), Optional.ofNullable(link), description == null ? "" : description,
        language == null ? "" : language, generator == null ? "" : generator, Optional.ofNullable(built), ttl,
        Optional.ofNullable(self), Optional.ofNullable(previous), Optional.ofNullable(push),
        agent.finish(firstPeriod(items)),
        new Channel.Place(archive, Optional.ofNullable(current), Optional.ofNullable(next)));
  }

  List<Service> services() {
    return services.finish();
  }

  private static Optional<Duration> firstPeriod(List<Item> items) {
    for (Item item : items) if (item.body() instanceof Window w) return Optional.of(w.length());
    return Optional.empty();
  }
}
