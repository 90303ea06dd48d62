package iris.rss.foreign;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which dialect a document speaks: by generator, ids, links and structure, never by the words of one incident. */
final class Habits {
  private Habits() {}

  static Habit of(Sheet sheet) {
    String generator = sheet.channel().generator().toLowerCase(Locale.ROOT);
    String description = sheet.channel().description().toLowerCase(Locale.ROOT);
    if (generator.contains("cstate")) return new Cstate();
    if (generator.contains("aws service health") || hosted(sheet, "status.aws.amazon.com")
        || hosted(sheet, "health.aws.amazon.com")) return new Aws();
    if (google(sheet)) return new Gcp();
    if (azure(sheet)) return new Azure();
    if (generator.contains("uptime kuma") || generator.contains("uptime-kuma")
        || description.startsWith("current status:") && kuma(sheet)) return new UptimeKuma();
    if (paired(sheet) || generator.contains("better stack")
        || generator.contains("betterstack") || generator.contains("better uptime")) return new BetterStack();
    if (statuspage(sheet)) return new Statuspage();
    return new Generic();
  }

  /** Monitors that are down, and the incidents that somebody pinned above them. */
  private static boolean kuma(Sheet sheet) {
    String title = sheet.channel().title().toLowerCase(Locale.ROOT);
    return sheet.entries().isEmpty() || some(sheet, UptimeKuma::isDown) || title.endsWith(" rss feed");
  }

  /** "… recovered" alone may be anybody's word: then most of the entries must speak so. */
  private static boolean paired(Sheet sheet) {
    long spoken = sheet.entries().stream().filter(e -> BetterStack.down(e.title()).isPresent()).count();
    return some(sheet, e -> BetterStack.down(e.title()).orElse(false))
        || spoken > 0 && 2 * spoken >= sheet.entries().size();
  }

  private static boolean google(Sheet sheet) {
    return some(sheet, e -> e.guid().startsWith("tag:") && e.guid().contains(":feed:"))
        || hosted(sheet, "status.cloud.google.com");
  }

  private static boolean azure(Sheet sheet) {
    return hosted(sheet, "azure.status.microsoft") || hosted(sheet, "status.azure.com")
        || hosted(sheet, "azure.microsoft.com")
        || sheet.channel().title().equalsIgnoreCase("Azure Status") && sheet.id().isEmpty();
  }

  private static boolean statuspage(Sheet sheet) {
    boolean named = sheet.id().startsWith("tag:") && sheet.id().endsWith("/history")
        || sheet.channel().description().equals("Statuspage")
        || sheet.entries().isEmpty() && sheet.channel().title().endsWith(" - Incident History");
    return named || some(sheet, e -> e.guid().startsWith("tag:") && e.guid().contains(":Incident/"))
        || written(sheet);
  }

  /** Half of the entries hold updates in its layout; one that does may be a guest. */
  private static boolean written(Sheet sheet) {
    long blocks = sheet.entries().stream().filter(e -> !Blocks.of(e.html()).isEmpty()).count();
    return blocks > 0 && 2 * blocks >= sheet.entries().size();
  }

  /** Its own page, or its self, is on this host. */
  private static boolean hosted(Sheet sheet, String host) {
    return Stream.of(sheet.channel().link(), sheet.channel().self()).flatMap(Optional::stream)
        .anyMatch(uri -> host.equalsIgnoreCase(uri.getHost()));
  }

  private static boolean some(Sheet sheet, Predicate<Entry> what) {
    return sheet.entries().stream().anyMatch(what);
  }
}
