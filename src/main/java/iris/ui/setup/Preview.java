package iris.ui.setup;

import iris.alarm.Board;
import iris.alarm.Input;
import iris.alarm.Now;
import iris.signal.Bulletin;
import iris.signal.Contact;
import iris.signal.Finding;
import iris.signal.Incident;
import iris.signal.Report;
import iris.signal.Service;
import iris.signal.Window;
import iris.ui.wall.Look;
import iris.ui.wall.WallModel;
import iris.ui.wall.WallView;
import iris.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.layout.VBox;

/** What a feed said when it was read once: as sentences, and as the wall would show it. */
final class Preview extends VBox {
  private static final double HEIGHT = 250;
  private static final int SAID = 4;
  private static final int SERVICES = 12;

  private final Words words;
  private final Supplier<Now> now;

  Preview(Words words, Supplier<Now> now) {
    this.words = words;
    this.now = now;
    setId("preview");
    getStyleClass().add("setup-preview");
    clear();
  }

  void clear() {
    getChildren().clear();
    setVisible(false);
    setManaged(false);
  }

  void show(Bench.Tasted.Understood tasted, String feed) {
    clear();
    Now at = now.get();
    lines(tasted.bulletin(), tasted.contact(), at.wall())
        .forEach(line -> getChildren().add(Field.wrapping(line, "setup-said")));
    Board board = Board.first(tasted.rules(), at)
        .after(new Input.Heard(new Report.Published(feed, tasted.bulletin(), tasted.contact(), false)), at).board();
    WallView wall = new WallView(words, Look.DESK);
    wall.setMinHeight(HEIGHT);
    wall.setPrefHeight(HEIGHT);
    wall.show(WallModel.of(board, at.wall()));
    wall.tick(at.wall());
    getChildren().add(wall);
    setVisible(true);
    setManaged(true);
  }

  private List<String> lines(Bulletin bulletin, Contact contact, Instant at) {
    List<String> lines = new ArrayList<>();
    lines.add(words.say("ui.setup.seen.feed", words.say("ui.setup.dialect." + bulletin.dialect()),
        bulletin.channel().title()));
    List<String> services = bulletin.services().stream().map(Service::name).toList();
    lines.add(words.say("ui.setup.seen.services", services.size(), services.stream().limit(SERVICES)
        .collect(Collectors.joining(", ")) + (services.size() > SERVICES ? ", …" : "")));
    Optional<Instant> newest = bulletin.windows().map(Window::to).max(Comparator.naturalOrder());
    lines.add(newest.map(end -> words.say("ui.setup.seen.windows", bulletin.windows().count(), words.figures().when(end, at)))
        .orElse(words.say("ui.setup.seen.no-windows")));
    List<Incident> open = bulletin.incidents().stream().filter(Incident::open).toList();
    lines.add(open.isEmpty() ? words.say("ui.setup.seen.no-incident")
        : words.say("ui.setup.seen.incidents", open.size(), open.getFirst().title()));
    lines.add(words.say("ui.setup.seen.answer", words.figures().millis(contact.took().toMillis()), contact.bytes()));
    contact.certificateDays().ifPresent(days -> lines.add(words.say("ui.setup.seen.certificate", days)));
    List<Finding> odd = bulletin.findings().stream().filter(f -> f.level() != Finding.Level.INFO).toList();
    if (!odd.isEmpty()) lines.add(words.say("ui.setup.seen.findings", odd.size(), odd.stream().limit(SAID)
        .map(f -> words.say(f.reason())).collect(Collectors.joining(" · "))));
    return lines;
  }
}
