package iris.agent.keep;

import iris.agent.AgentConfig;
import iris.agent.book.Utterance;
import iris.agent.publish.Prose;
import iris.rss.profile.Items;
import iris.signal.Item;
import iris.signal.Note;
import iris.signal.Service;
import iris.words.Words;
import java.util.stream.Collectors;

/** The voice of a configured agent: the prose of the feed, with the guids that the books gave. */
public final class Wording implements Voice {
  private final Prose prose;
  private final Words words;

  public Wording(AgentConfig config) {
    prose = new Prose(config.language(), config.zone());
    words = Words.of(config.language(), config.zone());
  }

  @Override
  public Item say(Service service, Utterance utterance) {
    return switch (utterance) {
      case Utterance.Counted u -> as(u, prose.window(service, u.window(), u.at()), "");
      case Utterance.Stepped u -> as(u, prose.step(service, u.worded(words), u.at()), "");
      case Utterance.Worked u -> as(u, prose.maintenance(service, u.maintenance(), u.revision(), u.at()), u.text());
      case Utterance.Noticed u -> {
        String first = words.say(u.reasons().getFirst());
        String all = u.reasons().stream().map(words::say).collect(Collectors.joining(" "));
        yield Items.of(u.guid(), words.say("agent.feed.notice", service.name(), first),
            Prose.html(words.say("agent.feed.notice-text", service.name(), all)), u.at(), Note.NOTE);
      }
    };
  }

  private static Item as(Utterance utterance, Item item, String more) {
    String text = more.isBlank() ? item.text() : item.text() + " " + Prose.html(more);
    return Items.of(utterance.guid(), item.title(), text, utterance.at(), item.body());
  }
}
