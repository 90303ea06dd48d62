package iris.alarm;

import static iris.alarm.Lifecycle.*;

/**
 * The complete lifecycle table of alarm-model.md section 4 as a pure function: nothing here knows a service, a window
 * or a clock. RECOVERED is the explicit recovery that the figures do not contradict: as GOOD counted to the end.
 */
final class Steps {
  enum Event {
    BAD,
    GOOD,
    RECOVERED,
    UNKNOWN,
    WORSE,
    ACK,
    UNACK,
    RESET,
    REALARM
  }

  /** What a step has to say. IGNORED: the table has a dash there. */
  enum Say {
    NOTHING,
    RAISE,
    ESCALATE,
    REPEAT,
    CLEAR,
    FLEETING,
    IGNORED
  }

  /** {@code on} and {@code off}: evidence to raise and to clear, 1 or more; {@code latched}: stays until reset. */
  record Rule(int on, int off, boolean latched) {}

  record Step(Lifecycle to, int count, Say say) {}

  private Steps() {}

  static Step step(Lifecycle from, int n, Event event, Rule rule) {
    return switch (from) {
      case NORMAL -> switch (event) {
        case BAD, WORSE -> rule.on() <= 1 ? raise() : new Step(PENDING, 1, Say.NOTHING);
        case GOOD, RECOVERED, UNKNOWN -> same(from, n);
        case ACK, UNACK, RESET, REALARM -> ignored(from, n);
      };
      case PENDING -> switch (event) {
        case BAD -> n + 1 < rule.on() ? new Step(PENDING, n + 1, Say.NOTHING) : raise();
        case WORSE -> raise();
        case GOOD, RECOVERED -> new Step(NORMAL, 0, Say.FLEETING);
        case UNKNOWN -> same(from, n);
        case ACK, UNACK, RESET, REALARM -> ignored(from, n);
      };
      case UNACKED -> switch (event) {
        case BAD, UNKNOWN -> same(from, n);
        case GOOD -> good(CLEARING_UNACKED, 1, rule);
        case RECOVERED -> cleared(false, rule);
        case WORSE -> new Step(UNACKED, 0, Say.ESCALATE);
        case ACK -> new Step(ACKED, 0, Say.NOTHING);
        case UNACK, RESET -> ignored(from, n);
        case REALARM -> new Step(UNACKED, 0, Say.REPEAT);
      };
      case ACKED -> switch (event) {
        case BAD, UNKNOWN, ACK -> same(from, n);
        case GOOD -> good(CLEARING_ACKED, 1, rule);
        case RECOVERED -> cleared(true, rule);
        case WORSE -> new Step(UNACKED, 0, Say.ESCALATE);
        case UNACK -> new Step(UNACKED, 0, Say.NOTHING);
        case RESET -> ignored(from, n);
        case REALARM -> new Step(UNACKED, 0, Say.REPEAT);
      };
      case CLEARING_UNACKED -> switch (event) {
        case BAD -> new Step(UNACKED, 0, Say.NOTHING);
        case GOOD -> good(CLEARING_UNACKED, n + 1, rule);
        case RECOVERED -> cleared(false, rule);
        case UNKNOWN -> same(from, n);
        case WORSE -> new Step(UNACKED, 0, Say.ESCALATE);
        case ACK -> new Step(CLEARING_ACKED, n, Say.NOTHING);
        case UNACK, RESET, REALARM -> ignored(from, n);
      };
      case CLEARING_ACKED -> switch (event) {
        case BAD -> new Step(ACKED, 0, Say.NOTHING);
        case GOOD -> good(CLEARING_ACKED, n + 1, rule);
        case RECOVERED -> cleared(true, rule);
        case UNKNOWN, ACK -> same(from, n);
        case WORSE -> new Step(UNACKED, 0, Say.ESCALATE);
        case UNACK -> new Step(CLEARING_UNACKED, n, Say.NOTHING);
        case RESET, REALARM -> ignored(from, n);
      };
      case RETURNED_UNACKED -> switch (event) {
        case BAD, WORSE -> raise();
        case GOOD, RECOVERED, UNKNOWN -> same(from, n);
        case ACK -> new Step(NORMAL, 0, Say.NOTHING);
        case UNACK, RESET, REALARM -> ignored(from, n);
      };
      case LATCHED_UNACKED -> switch (event) {
        case BAD, WORSE -> raise();
        case GOOD, RECOVERED, UNKNOWN -> same(from, n);
        case ACK -> new Step(LATCHED_ACKED, 0, Say.NOTHING);
        case UNACK, RESET -> ignored(from, n);
        case REALARM -> new Step(from, n, Say.REPEAT);
      };
      case LATCHED_ACKED -> switch (event) {
        case BAD, WORSE -> raise();
        case GOOD, RECOVERED, UNKNOWN, ACK -> same(from, n);
        case UNACK -> new Step(LATCHED_UNACKED, 0, Say.NOTHING);
        case RESET -> new Step(NORMAL, 0, Say.NOTHING);
        case REALARM -> new Step(from, n, Say.REPEAT);
      };
    };
  }

  private static Step raise() {
    return new Step(UNACKED, 0, Say.RAISE);
  }

  private static Step same(Lifecycle state, int n) {
    return new Step(state, n, Say.NOTHING);
  }

  private static Step ignored(Lifecycle state, int n) {
    return new Step(state, n, Say.IGNORED);
  }

  private static Step good(Lifecycle clearing, int n, Rule rule) {
    return n < rule.off() ? new Step(clearing, n, Say.NOTHING) : cleared(clearing == CLEARING_ACKED, rule);
  }

  private static Step cleared(boolean acked, Rule rule) {
    Lifecycle to = rule.latched() ? acked ? LATCHED_ACKED : LATCHED_UNACKED : acked ? NORMAL : RETURNED_UNACKED;
    return new Step(to, 0, Say.CLEAR);
  }
}
