package iris.ui.alert;

import iris.alarm.AlarmKey;
import iris.alarm.Board;
import iris.alarm.Contest;
import iris.alarm.Exercise;
import iris.alarm.FeedState;
import iris.alarm.OriginVerdict;
import iris.alarm.ServiceState;
import iris.signal.Reason;
import iris.words.Words;
import java.util.Optional;

/** What a person calls the things that boards know by key. A key that nothing names is shown as it is. */
public final class Names {
  private Names() {}

  public static String service(Board board, String key) {
    return board.rules().of(key).name()
        .or(() -> Optional.ofNullable(board.services().get(key)).map(s -> s.service().name()))
        .filter(name -> !name.isBlank())
        .orElse(key);
  }

  public static String feed(Board board, String id) {
    return Optional.ofNullable(board.feeds().get(id)).map(FeedState::name).filter(n -> !n.isBlank()).orElse(id);
  }

  /** The subject of an alarm. */
  public static String subject(Board board, AlarmKey key, Words words) {
    return switch (key.kind()) {
      case SUPERVISION_LOST -> feed(board, key.subject());
      case CONSOLE_FAULT -> part(key.subject(), words);
      case EXERCISE -> words.say("ui.alert.exercise.subject", played(board, key.subject(), words));
      case TO_CLASSIFY -> board.services().containsKey(key.subject())
          ? service(board, key.subject()) : feed(board, key.subject());
      case OUTAGE, DEGRADED, SERVICE_SILENT, FALLBACK_ACTIVE, FALLBACK_FAILED -> service(board, key.subject());
    };
  }

  /** What an exercise plays: a service, or all of them. */
  public static String played(Board board, String subject, Words words) {
    return subject.equals(Exercise.ALL) ? words.say("ui.alert.exercise.all") : service(board, subject);
  }

  /** A part of the console: sound, journal, clock ...; or one of several, by its name: "certificate darva". */
  public static String part(String part, Words words) {
    String[] which = part.split(" ", 2);
    String key = "ui.alert.part." + which[0];
    return words.knows(key) ? words.say(key, which.length == 2 ? which[1] : "").strip() : part;
  }

  /** A reason as a sentence of its own: reasons are written to stand after a colon as well. */
  public static String sentence(Reason why, Words words) {
    String said = words.say(why);
    // "p95" is a name, not a word; "l'agent" is one.
    boolean word = said.length() > 1 && (Character.isLetter(said.charAt(1)) || "'’ ".indexOf(said.charAt(1)) >= 0);
    return word ? said.substring(0, 1).toUpperCase(words.lang().locale()) + said.substring(1) : said;
  }

  /** What an alarm says of its subject, as a word: "indisponible". */
  public static String kind(AlarmKey.Kind kind, Words words) {
    return words.say("ui.alert.kind." + kind);
  }

  /** Whose fault, empty where nothing is known or nothing is wrong. */
  public static Optional<String> origin(Board board, AlarmKey key, Words words) {
    return fault(board, key).map(fault -> origin(fault, service(board, key).flatMap(ServiceState::contest), words));
  }

  /** The same, not yet in words. */
  public static Optional<OriginVerdict.Fault> fault(Board board, AlarmKey key) {
    return service(board, key).map(s -> s.origin().fault()).filter(fault -> fault != OriginVerdict.Fault.NORMAL);
  }

  /** Whose verdict speaks of this alarm: of a feed, that of its first service which has a word on the way of the feed. */
  private static Optional<ServiceState> service(Board board, AlarmKey key) {
    return switch (key.kind()) {
      case SUPERVISION_LOST ->
          board.services().values().stream()
              .filter(s -> s.feed().equals(key.subject()) && ofTheWay(s.origin().fault())).findFirst();
      case OUTAGE, DEGRADED, SERVICE_SILENT -> Optional.ofNullable(board.services().get(key.subject()));
      case TO_CLASSIFY, FALLBACK_ACTIVE, FALLBACK_FAILED, CONSOLE_FAULT, EXERCISE -> Optional.empty();
    };
  }

  /** Who broke the service before its feed was lost says nothing of why nobody signals now. */
  private static boolean ofTheWay(OriginVerdict.Fault fault) {
    return switch (fault) {
      case PROVIDER, PROVIDER_SIGNALLING, OUR_LINK_TO_PROVIDER, OUR_NETWORK -> true;
      case NORMAL, EXTERNAL, PROVIDER_OR_EXTERNAL, NETWORK_BETWEEN -> false;
    };
  }

  /** Wherever a verdict is said, who does not believe it is said as well. */
  public static String origin(OriginVerdict.Fault verdict, Optional<Contest> contest, Words words) {
    String fault = words.say("ui.wall.fault." + verdict);
    return contest.map(c -> words.say("ui.alert.contested", fault, c.author(), words.say("ui.wall.fault." + c.fault())))
        .orElse(fault);
  }
}
