package iris.rss.profile;

import iris.rss.Texts;
import iris.signal.Body;
import iris.signal.Origin;
import iris.signal.Reason;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An {@code iris:} element of an item while it is read. What it must have is asked for in {@link #finish}. */
abstract sealed class BodyDraft permits WindowDraft, StepDraft, MaintenanceDraft {
  /** Ids and words of attributes; longer ones are nobody's id. */
  static final int LONGEST_ID = 200;

  final String element;
  final Findings findings;
  private @Nullable Reason trouble;

  BodyDraft(String element, Findings findings) {
    this.element = element;
    this.findings = findings;
  }

  /** Starts anew with the attributes of the element itself. */
  final void begin(Attributes a) {
    trouble = null;
    reset();
    Names names = names();
    for (int i = 0, n = a.count(); i < n; i++) attribute(names.find(a.name(i), i), a, i);
  }

  abstract void reset();

  /** The attributes of the element itself. */
  abstract Names names();

  /** @param name its place in {@link #names}, or {@link Names#UNKNOWN} */
  abstract void attribute(int name, Attributes a, int i);

  /** A child element; true if its text is wanted. */
  abstract boolean child(String name, Attributes a);

  /** The text of the child that wanted it, cleaned. */
  abstract void text(String text);

  /** The record, or null with {@link #trouble} told. */
  abstract @Nullable Body finish(ItemDraft item);

  final Reason trouble() {
    return Objects.requireNonNull(trouble);
  }

  /** Null, and trouble: the element cannot be used without this attribute. */
  final @Nullable Body lacks(String attribute) {
    if (trouble == null) trouble = Reason.of("rss.profile.lacks", element, attribute);
    return null;
  }

  final @Nullable Body contradicts(String attributes) {
    if (trouble == null) trouble = Reason.of("rss.profile.contradicts", element, attributes);
    return null;
  }

  final String id(Attributes a, int i) {
    return Texts.line(a.value(i), LONGEST_ID);
  }

  final @Nullable Instant instant(Attributes a, int i) {
    Instant value = a.instant(i);
    if (value == null) misread(a, i);
    return value;
  }

  final long number(Attributes a, int i) {
    long value = a.number(i);
    if (value == Attributes.NONE) misread(a, i);
    return value;
  }

  /** A value that is not of its kind: warned of here; whether the item can live without it shows at the end. */
  final void misread(Attributes a, int i) {
    findings.warnHere("rss.profile.misread", element, a.name(i), Texts.line(a.value(i), 60));
  }

  /**
   * One of the words that the profile knows, written as it pleases the writer: DOWN is no reason to drop a window and to
   * go on showing the one before it. Null, and told, where it is none of them.
   */
  final <T extends Object> @Nullable T word(Attributes a, int i, Function<String, @Nullable T> known) {
    String word = a.value(i);
    T value = known.apply(word);
    if (value != null) return value;
    String plain = word.strip().toLowerCase(Locale.ROOT);
    value = known.apply(plain);
    if (value == null) misread(a, i);
    else findings.warnHere("rss.profile.respelt", element, a.name(i), Texts.line(word, 60), plain);
    return value;
  }

  /** Whose fault; a word that nobody knows is told, and nobody's fault. */
  final Origin origin(Attributes a, int i) {
    Origin origin = word(a, i, BodyDraft::origin);
    return origin == null ? Origin.UNKNOWN : origin;
  }

  /** As {@link Origin#ofWire}, which makes a new word for each comparison. */
  private static @Nullable Origin origin(String word) {
    return switch (word) {
      case "provider" -> Origin.PROVIDER;
      case "external" -> Origin.EXTERNAL;
      case "network" -> Origin.NETWORK;
      case "unknown" -> Origin.UNKNOWN;
      default -> null;
    };
  }

  static boolean missing(String text) {
    return text == null || text.isEmpty();
  }
}
