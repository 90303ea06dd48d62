package iris.ui.acts;

import iris.alarm.Act;
import iris.signal.Reason;
import iris.ui.alert.Names;
import iris.ui.control.Grey;
import iris.ui.desk.Answers;
import iris.ui.desk.Ports;
import iris.ui.page.Key;
import iris.ui.page.Page;
import iris.ui.page.Seen;
import iris.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** The services, what mutes them, and the acts that begin and end it. Whether an act is done is for the board to say. */
public final class ServicesPage implements Page {
  private final Ports ports;
  private final Words words;
  private final ServicesView view;
  private final AskPlan plan;
  private final AskOut out;
  private final Form planning;
  private final Form leaving;
  private final Answers answers = new Answers();
  private Optional<Form> form = Optional.empty();
  private Optional<Act> sent = Optional.empty();

  public ServicesPage(Ports ports, Words words) {
    this.ports = ports;
    this.words = words;
    view = new ServicesView(words);
    plan = new AskPlan(words, this::preview);
    out = new AskOut(words, this::preview);
    planning = new Form(words, plan, this::send, this::leave);
    leaving = new Form(words, out, this::send, this::leave);
    view.focusedProperty().addListener((p, before, after) -> {
      if (after) view.services.requestFocus();
    });
    view.plan.setOnAction(e -> ask(planning, Act.Maintain.class));
    view.out.setOnAction(e -> ask(leaving, Act.OutOfService.class));
    view.back.setOnAction(e -> back());
    view.end.setOnAction(e -> end());
    view.services.getSelectionModel().selectedItemProperty().addListener((p, before, after) -> deeds());
    view.kept.getSelectionModel().selectedItemProperty().addListener((p, before, after) -> deeds());
    Grey.pressed(view.deeds, this::attempted);
    deeds();
  }

  @Override
  public String id() {
    return "services";
  }

  @Override
  public Region root() {
    return view;
  }

  @Override
  public void show(Seen seen) {
    view.lines.show(ServiceLine.of(seen.board(), seen.now(), words));
    KeptLists kept = new KeptLists(seen.board(), seen.now(), words);
    view.keeping.show(kept.lines());
    view.counts(kept.counts());
    if (view.service().isEmpty()) view.services.getSelectionModel().selectFirst();
    heard(seen);
    preview();
    deeds();
  }

  /** What was sent from the form is done, so the form has said all; what was refused stays, to be mended. */
  private void heard(Seen seen) {
    for (Answers.Answer answer : answers.in(seen.log())) {
      if (sent.filter(answer.act()::equals).isEmpty()) continue;
      sent = Optional.empty();
      if (answer.refusal().isEmpty()) leave();
      else form.ifPresent(f -> f.refused(words.say("ui.desk.refused", Names.sentence(answer.refusal().get().why(), words))));
    }
  }

  private Instant now() {
    return ports.now().get().wall();
  }

  private void preview() {
    form.ifPresent(f -> f.show(now()));
  }

  private boolean may(Class<? extends Act> act) {
    return ports.refuses(act).isEmpty();
  }

  private void deeds() {
    Optional<ServiceLine> service = view.service();
    Optional<Kept> kept = view.chosen().filter(k -> !k.head());
    view.plan.setDisable(service.isEmpty() || !may(Act.Maintain.class));
    view.out.setDisable(service.isEmpty() || !may(Act.OutOfService.class));
    view.back.setDisable(service.filter(ServiceLine::outOfService).isEmpty() || !may(Act.OutOfService.class));
    view.end.setDisable(kept.isEmpty() || !may(kept.get().group().act()));
    String word = "E\u2002" + words.say(kept.map(k -> k.group().deed()).orElse("ui.services.end.nothing"));
    if (!word.equals(view.end.getText())) view.end.setText(word);
    view.denied(denied(kept));
  }

  /** Why something is grey for want of a role, each reason once. */
  private String denied(Optional<Kept> kept) {
    Map<String, Class<? extends Act>> deeds = new LinkedHashMap<>();
    deeds.put("ui.services.denied.plan", Act.Maintain.class);
    deeds.put("ui.services.denied.out", Act.OutOfService.class);
    kept.ifPresent(k -> deeds.put(k.group().deed(), k.group().act()));
    Map<Reason, List<String>> why = new LinkedHashMap<>();
    deeds.forEach((word, act) -> ports.refuses(act)
        .ifPresent(no -> why.computeIfAbsent(no, none -> new ArrayList<>()).add(words.say(word))));
    return why.entrySet().stream()
        .map(no -> words.say("ui.services.denied", String.join(", ", no.getValue()), words.say(no.getKey())))
        .collect(Collectors.joining(" "));
  }

  private void ask(Form asked, Class<? extends Act> act) {
    Optional<ServiceLine> service = view.service();
    if (form.isPresent() || service.isEmpty()) return;
    if (!may(act)) {
      refused(service.get().key(), act);
      return;
    }
    form = Optional.of(asked);
    view.form(form);
    asked.open(service.get().key(), service.get().name(), now());
    asked.focus();
  }

  /** The board refuses it for want of a role, so that the attempt stands in the journal. */
  private void refused(String service, Class<? extends Act> act) {
    post(act == Act.Maintain.class ? new Act.Maintain(service, ports.author(), "", now(), now())
        : new Act.OutOfService(service, true, ports.author(), "", Optional.empty()));
  }

  private void attempted(Button grey) {
    if (form.isPresent()) return;
    if (grey == view.plan) ask(planning, Act.Maintain.class);
    if (grey == view.out) ask(leaving, Act.OutOfService.class);
    if (grey == view.back) back();
    if (grey == view.end) end();
  }

  private void send(Asking.Unsigned act) {
    form.ifPresent(f -> {
      Act signed = act.by(ports.author(), f.reason());
      // A second press while the board thinks would plan it twice.
      if (sent.filter(signed::equals).isPresent()) return;
      sent = Optional.of(signed);
      post(signed);
    });
  }

  private void post(Act act) {
    answers.posted(act);
    ports.acts().accept(act);
  }

  private void leave() {
    form = Optional.empty();
    sent = Optional.empty();
    view.form(form);
    view.services.requestFocus();
  }

  private void back() {
    view.service().filter(ServiceLine::outOfService).ifPresent(s -> post(new Act.OutOfService(s.key(), false, ports.author(), "", Optional.empty())));
  }

  private void end() {
    view.chosen().filter(k -> !k.head()).flatMap(k -> k.end(ports.author())).ifPresent(this::post);
  }

  @Override
  public boolean pressed(KeyEvent e) {
    if (form.isPresent()) return asking(e);
    if (e.isShortcutDown() || e.isAltDown()) return false;
    switch (e.getCode()) {
      case M -> ask(planning, Act.Maintain.class);
      case O -> ask(leaving, Act.OutOfService.class);
      case B -> back();
      case E, DELETE -> end();
      default -> {
        return false;
      }
    }
    return true;
  }

  /** While words are asked for, only the way out of them is a key. */
  private boolean asking(KeyEvent e) {
    if (e.getCode() == KeyCode.ESCAPE) leave();
    // On a button of the form a letter is a word that missed its field, not a deed.
    return e.getCode() == KeyCode.ESCAPE || e.getCode().isLetterKey() && !e.isShortcutDown() && !e.isAltDown();
  }

  @Override
  public List<Key> keys() {
    return Stream.of("M plan", "O out", "B back", "E end").map(k -> k.split(" "))
        .map(k -> new Key(k[0], words.say("ui.services.keys." + k[1]))).toList();
  }

  @Override
  public void open(String subject) {
    view.lines.choose(List.of(subject));
    view.services.requestFocus();
  }

  @Override
  public void resume(Page before) {
    if (!(before instanceof ServicesPage page)) return;
    view.lines.choose(page.view.lines.chosen());
    view.keeping.choose(page.view.keeping.chosen());
    if (page.form.isEmpty()) return;
    ask(page.form.get() == page.planning ? planning : leaving,
        page.form.get() == page.planning ? Act.Maintain.class : Act.OutOfService.class);
    plan.resume(page.plan);
    out.resume(page.out);
    form.ifPresent(f -> f.reason(page.form.get().reason()));
    preview();
  }
}
