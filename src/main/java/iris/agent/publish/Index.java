package iris.agent.publish;

import iris.agent.Published;
import iris.agent.Vitals;
import iris.signal.Item;
import iris.signal.Window;
import iris.words.Lang;
import iris.words.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page for a person who finds the server: the services, their state, their newest items, their documents. */
final class Index {
  private static final int NEWS = 5;
  private static final String STYLE = """
      :root{color-scheme:light dark}
      body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
      h1{font-size:1.4rem}h2{font-size:1.15rem;margin:1.6rem 0 .2rem}
      .state{font-weight:600}.state.down,.state.degraded{border-bottom:3px double}
      ul{padding-left:1.2rem;margin:.3rem 0}footer,.when{opacity:.75;font-size:.9rem}
      """;

  private final Words words;
  private final Moments moments;
  private final Instant now;
  private final StringBuilder out = new StringBuilder(4_000);

  private Index(Lang lang, ZoneId zone, Instant now) {
    words = Words.of(lang, zone);
    moments = new Moments(words, zone);
    this.now = now;
  }

  /** The language that a reader prefers, of the two. @param accept header Accept-Language, null if there is none */
  static Lang language(@Nullable String accept, Lang usual) {
    if (accept == null) return usual;
    String low = accept.toLowerCase(Locale.ROOT);
    int french = place(low, "fr");
    int english = place(low, "en");
    if (french == english) return usual;
    return french < english ? Lang.FR : Lang.EN;
  }

  private static int place(String accept, String lang) {
    String[] parts = accept.split(",");
    for (int i = 0; i < parts.length; i++) if (parts[i].strip().startsWith(lang)) return i;
    return Integer.MAX_VALUE;
  }

  static String of(Collection<Press> presses, Health health, Lang lang, ZoneId zone, Instant now) {
    return new Index(lang, zone, now).page(presses, health);
  }

  private String page(Collection<Press> presses, Health health) {
    String title = words.say("agent.feed.index.title");
    String lang = words.lang().name().toLowerCase(Locale.ROOT);
    out.append("<!DOCTYPE html>\n<html lang=\"").append(lang).append("\"><head>")
        .append("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
        .append(escaped(title)).append("</title>\n<style>").append(STYLE).append("</style>\n");
    for (Press p : presses)
      out.append("<link rel=\"alternate\" type=\"application/rss+xml\" title=\"").append(escaped(p.service().name()))
          .append("\" href=\"").append(Addresses.file(p.service().id())).append("\">\n");
    out.append("</head><body><h1>").append(escaped(title)).append("</h1>\n");
    if (!health.well()) paragraph("trouble", words.say("agent.feed.index.trouble"));
    for (Press p : presses) service(p, health);
    out.append("<footer><p>").append(words.say("agent.feed.index.foot",
        "<a href=\"health\">/health</a>", "<a href=\"metrics\">/metrics</a>")).append("</p></footer></body></html>\n");
    return out.toString();
  }

  private void service(Press press, Health health) {
    String id = press.service().id();
    Optional<Vitals.OfService> vitals =
        health.vitals().services().stream().filter(s -> s.service().equals(id)).findAny();
    String state = vitals.map(v -> v.state().name().toLowerCase(Locale.ROOT)).orElse("unknown");
    out.append("<h2>").append(escaped(press.service().name())).append("</h2>\n");
    out.append("<p><span class=\"state ").append(state).append("\">")
        .append(escaped(words.say("agent.feed.index.state." + state))).append("</span>");
    vitals.flatMap(Vitals.OfService::lastWindow).ifPresent(end ->
        out.append(", ").append(escaped(words.say("agent.feed.index.until", moments.when(end, now)))));
    out.append("</p>\n<ul>\n");
    List<Item> items = press.stock().stream().map(Published::item).toList();
    items.stream().filter(i -> !(i.body() instanceof Window)).limit(NEWS).forEach(this::item);
    items.stream().filter(i -> i.body() instanceof Window).limit(1).forEach(this::item);
    out.append("</ul>\n<p><a href=\"").append(Addresses.file(id)).append("\">")
        .append(escaped(words.say("agent.feed.index.feed"))).append("</a>");
    press.newestDay(now).ifPresent(day -> out.append(" · <a href=\"").append(Addresses.archiveFile(id, day))
        .append("\">").append(escaped(words.say("agent.feed.index.archive", day))).append("</a>"));
    out.append("</p>\n");
  }

  private void item(Item item) {
    out.append("<li>").append(escaped(item.title())).append(" <span class=\"when\">")
        .append(escaped(moments.when(item.published().orElseThrow(), now))).append("</span></li>\n");
  }

  private void paragraph(String style, String text) {
    out.append("<p class=\"").append(style).append("\">").append(escaped(text)).append("</p>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
