package iris.ui.desk;

import iris.alarm.Act;
import iris.alarm.Shelving;
import iris.ui.alert.Names;
import iris.words.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;

/** Carries out what the operator does: acts go out, the answer comes back through the log, a refusal is a sentence. */
public final class Deeds implements ActionsView.Doer {
  /** Section 5 of the alarm model: a horn is silent for 10 minutes at most. */
  static final Duration SILENCE = Duration.ofMinutes(10);

  private final Ports ports;
  private final Words words;
  private final Optional<String> readOnly;
  private final Choosing alarms;
  private final ActionsView actions;
  private final Attention attention;
  private final boolean telling;
  private Answers answers = new Answers();
  private List<AlarmRow> asked = List.of();
  private Optional<String> grey = Optional.empty();

  /**
   * @param readOnly why nothing is done here; empty: deeds are done
   * @param telling says what became of each deed; false where the window does
   */
  public Deeds(Ports ports, Words words, Optional<String> readOnly, Choosing alarms, Attention attention,
      boolean telling) {
    this.ports = ports;
    this.words = words;
    this.readOnly = readOnly;
    this.alarms = alarms;
    this.attention = attention;
    this.telling = telling;
    actions = new ActionsView(words, this);
  }

  /** The strip to put under what is chosen. Whoever does tells of each change of selection by {@link #refresh}. */
  public Region root() {
    return actions.root();
  }

  /** The words that are being typed, about which alarms, and the acts that still wait for their answer. */
  public static final class Begun {
    private final Optional<ActionsView.Draft> draft;
    private final List<AlarmRow> asked;
    private final Answers answers;

    private Begun(Optional<ActionsView.Draft> draft, List<AlarmRow> asked, Answers answers) {
      this.draft = draft;
      this.asked = asked;
      this.answers = answers;
    }
  }

  public Begun begun() {
    return new Begun(actions.draft(), asked, answers);
  }

  public void resume(Begun begun) {
    answers = begun.answers;
    begun.draft.ifPresent(draft -> {
      ask(draft.deed(), begun.asked);
      actions.write(draft);
    });
    refresh();
  }

  /** Nobody is at work: what is most urgent is selected, so that the next hand finds it there. */
  public void rest() {
    if (!attention.resting() || actions.asking() || !alarms.follow()) return;
    attention.moved();
    refresh();
  }

  /** What is possible with the selection, drawn anew. */
  public void refresh() {
    boolean silenced = ports.board().get().silencedUntil().filter(ports.now().get().wall()::isBefore).isPresent();
    Optional<String> held = held();
    actions.show(alarms.selected(), alarms.selectedMuted(), silenced, held.isEmpty(), alarms.onMuted());
    // What is grey says why, once: whoever comes to the desk may have another role.
    if (!held.equals(grey)) actions.notice(held.orElse(""));
    grey = held;
  }

  /** Why nothing can be done here: this console only looks on, or who is at the desk does. One role does all of it. */
  private Optional<String> held() {
    return readOnly.or(() -> ports.refuses(Act.Acknowledge.class).map(this::refusal));
  }

  /** For want of a role: the board refuses it, so that the attempt stands in the journal. */
  private boolean mayNot() {
    return readOnly.isEmpty() && held().isPresent();
  }

  /** The board's answers to what was done here. */
  public void heard(EventLog log) {
    for (Answers.Answer answer : answers.in(log)) {
      actions.notice(telling ? Upshot.of(answers.gathered(), sentence()) : "");
      if (answer.refusal().isEmpty()) {
        if (actions.asking() && answers.none()) {
          actions.close();
          alarms.focus(alarms.onMuted());
        }
      }
    }
  }

  /** A sentence that needs no answer. */
  public void notice(String sentence) {
    actions.notice(sentence);
  }

  private String refusal(iris.signal.Reason why) {
    return words.say("ui.desk.refused", Names.sentence(why, words));
  }

  private ActSentence sentence() {
    return new ActSentence(ports.board().get(), ports.now().get(), words);
  }

  private void post(List<Act> acts) {
    if (readOnly.isPresent()) {
      actions.notice(readOnly.get());
      return;
    }
    for (Act act : acts) {
      answers.posted(act);
      ports.acts().accept(act);
    }
  }

  @Override
  public void pressed(Deed deed) {
    // While words are asked for, a key pressed beside the line for them is none.
    if (actions.asking()) return;
    List<AlarmRow> rows = alarms.selected();
    if (readOnly.isPresent()) actions.notice(readOnly.get());
    else if (rows.isEmpty()) nothingSelected();
    else if (rows.stream().noneMatch(deed::fits)) actions.notice(held().orElse(words.say("ui.desk.deed.idle")));
    else if (mayNot()) post(deed.acts(rows, ports.author(), "", Shelving.USUAL));
    else if (deed.asks()) ask(deed, rows);
    else if (attention.unseen()) justMoved(rows.getFirst());
    else post(deed.acts(rows, ports.author(), "", Duration.ZERO));
  }

  @Override
  public void reason(Deed deed) {
    List<AlarmRow> rows = alarms.selected();
    if (deed.asks() || actions.asking() || held().isPresent() || rows.stream().noneMatch(deed::fits)) pressed(deed);
    else ask(deed, rows);
  }

  /** It can be done to something of what is selected. */
  public boolean fits(Deed deed) {
    return alarms.selected().stream().anyMatch(deed::fits);
  }

  /** A finger that was on its way when the selection moved meant another alarm. */
  private void justMoved(AlarmRow to) {
    attention.seen();
    actions.notice(words.say("ui.desk.deed.moved", to.subject(), to.what()));
  }

  /** Words are for the alarms that were chosen when they were asked for, whatever the list does meanwhile. */
  private void ask(Deed deed, List<AlarmRow> rows) {
    asked = rows;
    Duration limit = rows.stream().map(r -> Shelving.limit(r.key().kind(), r.priority())).min(Duration::compareTo)
        .orElse(Shelving.USUAL);
    actions.ask(deed, rows.size() == 1 ? rows.getFirst().subject() : words.say("ui.desk.form.many", rows.size()), limit);
    actions.notice(deed == Deed.SHELVE ? words.say("ui.desk.form.limits") : "");
  }

  /** A hand that reaches for a key in the dark takes nothing that it has not seen: the first press selects. */
  private void nothingSelected() {
    alarms.focus(false);
    actions.notice(words.say(alarms.selected().isEmpty() ? "ui.desk.active.none" : "ui.desk.deed.again"));
  }

  @Override
  public void submitted(Deed deed, String said, Duration time) {
    post(deed.acts(asked, ports.author(), said, time));
  }

  @Override
  public void cancelled() {
    actions.notice("");
    alarms.focus(alarms.onMuted());
  }

  @Override
  public void pressedUnshelve() {
    List<Act> acts = alarms.selectedMuted().stream().flatMap(m -> m.alarm().stream())
        .<Act>map(key -> new Act.Unshelve(key, ports.author())).toList();
    if (acts.isEmpty()) actions.notice(words.say("ui.desk.deed.unshelve.none"));
    else post(acts);
  }

  @Override
  public void pressedSilence() {
    boolean silenced = ports.board().get().silencedUntil().filter(ports.now().get().wall()::isBefore).isPresent();
    post(List.of(silenced ? new Act.Unsilence(ports.author()) : new Act.Silence(ports.author(), SILENCE)));
  }

  /** Escape: closes what asks for words. True if there was something to close. */
  public boolean escape() {
    if (!actions.asking()) return false;
    actions.close();
    cancelled();
    return true;
  }
}
