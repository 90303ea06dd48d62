package iris.alarm;

import iris.relay.Message;
import iris.relay.Message.Sort;
import iris.relay.Signal;
import iris.relay.post.Herald;
import iris.relay.post.Said;
import iris.relay.post.Told;
import iris.words.Lang;
import iris.words.Words;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a herald says of the scenes that the board is judged by, as servers are told it. */
abstract class HeraldScenes {
  static final Herald FRENCH = Herald.of(Words.of(Lang.FR, ZoneId.of("Europe/Paris")));
  static final Signal SIV = new Signal(Signal.Kind.SERVICE, "siv", "SIV");

  final List<Message> messages = new ArrayList<>();
  Told told = Told.NOTHING;

  Scene scene() {
    return listening(Scene.calm("siv"));
  }

  Scene listening(Scene scene) {
    scene.hears = this::hear;
    return scene;
  }

  void hear(Outcome outcome) {
    Said said = FRENCH.tell(told, outcome);
    told = said.told();
    messages.addAll(said.messages());
  }

  List<String> events() {
    return messages.stream().filter(m -> m.sort().event())
        .map(m -> m.sort() + " " + m.alarm().orElseThrow() + " " + m.level()).toList();
  }

  List<Message> of(Sort sort) {
    return messages.stream().filter(m -> m.sort() == sort).toList();
  }

  Message state(Scene scene, Signal of) {
    return FRENCH.states(scene.board, scene.now).stream().filter(m -> m.signal().id().equals(of.id())).findFirst().orElseThrow();
  }

  Set<String> ids() {
    Set<String> ids = new HashSet<>();
    messages.stream().filter(m -> m.sort().event()).forEach(m -> ids.add(m.id()));
    return ids;
  }
}
