package iris.agent.source.push;

import iris.agent.source.Fault;
import iris.agent.source.Stamp;
import iris.agent.source.Transaction;
import iris.signal.Service;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a transaction of an event's fields. Fields that are not listed are ignored.
 *
 * <table>
 *   <caption>Fields</caption>
 *   <tr><td>status</td><td>required: an HTTP status, a word (ok, success, good, up; error, failed, failure, ko, down,
 *       timeout), or whether it went well</td></tr>
 *   <tr><td>time</td><td>when it ended: ISO 8601 or a number since 1970; left out: now</td></tr>
 *   <tr><td>whole, external</td><td>milliseconds</td></tr>
 *   <tr><td>external_status</td><td>an HTTP status of the external party</td></tr>
 *   <tr><td>party</td><td>id of the external party, where it is not the configured one</td></tr>
 *   <tr><td>origin</td><td>whose fault: provider, external, network, unknown, or a party's id</td></tr>
 * </table>
 */
final class Events {
  /** Sender and agent share a machine and so a clock. */
  private static final long AHEAD = 60_000;

  private static final List<String> WELL = List.of("ok", "success", "good", "up", "true");
  private static final List<String> FAILED = List.of("error", "failed", "failure", "ko", "down", "timeout", "false");

  private final Service service;

  Events(Service service) {
    this.service = service;
  }

  String service() {
    return service.id();
  }

  /**
   * @param fields numbers as {@link Number}, truth as {@link Boolean}, the rest as String; null counts as left out
   * @param line for what is said if it is wrong
   */
  Transaction of(Map<String, Object> fields, long line, Instant now) throws Refused {
    Transaction t = new Transaction().clear();
    t.at = at(fields.get("time"), line, now);
    t.status = status(fields.get("status"), line);
    t.whole = millis(fields, "whole", line);
    t.external = millis(fields, "external", line);
    Object external = fields.getOrDefault("external_status", fields.get("external-status"));
    t.externalStatus = external == null ? 0 : http("external_status", external, line);
    t.party = party(fields.get("party"), line);
    Object origin = fields.get("origin");
    t.origin = origin == null ? null : Fault.word(service, origin.toString());
    return t;
  }

  private static long at(@Nullable Object time, long line, Instant now) throws Refused {
    if (time == null) return now.toEpochMilli();
    long at = time instanceof Number n ? Stamp.since1970(n.doubleValue())
        : new Stamp(ZoneId.systemDefault()).text(time.toString());
    if (at == Stamp.NONE) throw new Refused(line, "time", "neither ISO 8601 nor a number since 1970: " + time);
    if (at > now.toEpochMilli() + AHEAD)
      throw new Refused(line, "time", "in the future: " + Instant.ofEpochMilli(at) + ", it is " + now);
    return at;
  }

  private static int status(@Nullable Object status, long line) throws Refused {
    if (status == null) throw new Refused(line, "status", "is missing");
    String word = status.toString().toLowerCase(Locale.ROOT);
    if (WELL.contains(word)) return 200;
    if (FAILED.contains(word)) return 500;
    return http("status", status, line);
  }

  private static int http(String field, Object status, long line) throws Refused {
    String digits = status instanceof Number n && n.doubleValue() == Math.rint(n.doubleValue())
        ? Long.toString(n.longValue()) : status.toString();
    if (!digits.matches("[1-9][0-9]{2}"))
      throw new Refused(line, field,
          "an HTTP status of three digits or one of " + WELL + " " + FAILED + ", not " + status);
    return Integer.parseInt(digits);
  }

  private static long millis(Map<String, Object> fields, String field, long line) throws Refused {
    Object value = fields.get(field);
    if (value == null) return Transaction.NO_TIME;
    if (!(value instanceof Number n) || !(n.doubleValue() >= 0 && n.doubleValue() < 1e15))
      throw new Refused(line, field, "a number of milliseconds, 0 or more, not " + value);
    return Math.round(n.doubleValue());
  }

  private @Nullable String party(@Nullable Object party, long line) throws Refused {
    if (party == null) return null;
    if (service.party(party.toString()).isEmpty())
      throw new Refused(line, "party", "the service " + service.id() + " has no party " + party + ", it has "
          + service.parties().stream().map(p -> p.id()).toList());
    return party.toString();
  }
}
