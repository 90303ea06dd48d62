package iris.relay.webhook;

import iris.relay.Courier;
import iris.relay.Delivery;
import iris.relay.Ground;
import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.relay.Target;
import iris.relay.web.Web.Answer;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A ticket desk with a table of incidents. There is one record an episode, found by its correlation before it is made:
 * told twice, nothing is made twice. What is told of a record that a person closed leaves it closed.
 */
public final class ServiceNow implements Courier {
  private final Tickets tickets;
  private final TicketFields fields;

  public ServiceNow(Target target, Ground ground) {
    tickets = new Tickets(target, ground);
    fields = new TicketFields(target);
  }

  @Override
  public boolean takes(Sort sort) {
    return sort.event();
  }

  @Override
  public Delivery deliver(Message message) throws InterruptedException {
    String correlation = TicketFields.correlation(message);
    Answer asked = tickets.find(correlation);
    if (!(asked instanceof Answer.Said said) || !said.well()) return Answers.of(asked);
    JsonNode result = Answers.json(said.body()).path("result");
    // A sleeping instance shows a page with status 200: a record must not be made because none was seen there.
    if (!result.isArray()) return Delivery.later("relay.webhook.page");
    Optional<JsonNode> record = result.values().stream()
        .filter(r -> r.path("correlation_id").asString("").equals(correlation)).findFirst();
    if (record.isEmpty()) return message.sort() == Sort.END
        ? Delivery.done()
        : proven(tickets.make(fields.made(message, correlation)));
    String number = record.get().path("number").asString("");
    boolean closed = TicketFields.closed(record.get().path("state").asString(""));
    if (closed || message.sort() == Sort.BEGIN) return Delivery.done(Answers.shown(number));
    return proven(tickets.change(record.get().path("sys_id").asString(""),
        message.sort() == Sort.END ? fields.resolved(message) : fields.changed(message)));
  }

  /** Delivered only with the record in the answer. */
  private static Delivery proven(Answer answer) {
    Delivery delivery = Answers.of(answer);
    if (!(delivery instanceof Delivery.Delivered) || !(answer instanceof Answer.Said said)) return delivery;
    JsonNode record = Answers.json(said.body()).path("result");
    if (record.path("sys_id").asString("").isEmpty()) return Delivery.later("relay.webhook.page");
    return Delivery.done(Answers.shown(record.path("number").asString("")));
  }

  @Override
  public void close() {
    tickets.close();
  }
}
