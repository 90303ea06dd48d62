package iris.ui.origin;

import iris.alarm.Chain;
import iris.alarm.Chain.Light;
import iris.alarm.Chain.Part;
import iris.alarm.Chain.Proof;
import iris.alarm.Contest;
import iris.alarm.Now;
import iris.alarm.OriginVerdict;
import iris.alarm.OriginVerdict.Fault;
import iris.signal.Reason;
import iris.ui.alert.Names;
import iris.words.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the drawing and its evidence say, in one language. Pure. */
record Says(Words words) {
  /** A node by its name; a link by what it joins. */
  String name(Chain chain, Part part) {
    return switch (part) {
      case DESK -> words.say("ui.origin.part.DESK");
      case OUR_LINE -> words.say("ui.origin.part.OUR_LINE");
      case NETWORK -> words.say("ui.origin.part.NETWORK");
      case PROVIDER_LINE -> words.say("ui.origin.part.PROVIDER_LINE", chain.provider());
      case PROVIDER -> chain.provider();
      case EXTERNAL_LINE -> words.say("ui.origin.part.EXTERNAL_LINE", chain.provider(), external(chain));
      case EXTERNAL -> external(chain);
    };
  }

  private String external(Chain chain) {
    return chain.external().orElseGet(() -> words.say("ui.origin.part.EXTERNAL"));
  }

  /** What a node is to us. */
  String role(Part part) {
    return words.say("ui.origin.role." + part);
  }

  String light(Light light) {
    return words.say("ui.origin.light." + light);
  }

  /** "Défaut probable : SIV national (confiance moyenne)". */
  String verdict(Chain chain) {
    OriginVerdict v = chain.verdict();
    if (v.evidence().stream().anyMatch(e -> e.key().equals("alarm.origin.waiting")))
      return words.say("ui.origin.verdict.waiting");
    String sure = words.say("ui.wall.confidence." + v.confidence());
    return v.fault() == Fault.NORMAL ? words.say("ui.origin.verdict.nobody", sure)
        : words.say("ui.origin.verdict." + v.confidence(), fault(chain, v.fault()), sure);
  }

  /** Whose fault, by name. */
  String fault(Chain chain, Fault fault) {
    return words.say("ui.origin.fault." + fault, chain.provider(), external(chain));
  }

  /** "Marie conteste depuis 15:30 : DARVA, parce que « … ». Le verdict était alors : …". */
  String contest(Chain chain, Contest c, Now now) {
    return words.say("ui.origin.contest", c.author(), words.figures().when(c.at(), now.wall()), fault(chain, c.fault()),
        c.reason(), fault(chain, c.stood().fault()), words.say("ui.wall.confidence." + c.stood().confidence()));
  }

  /** How sure the mark at a part is and who made it; empty for a part that nobody accuses. */
  String accused(Chain chain, Part part) {
    List<String> by = new ArrayList<>();
    if (chain.accused().contains(part)) by.add(words.say("ui.origin.accused"));
    chain.contest().filter(c -> Chain.accused(c.fault()).contains(part))
        .ifPresent(c -> by.add(words.say("ui.origin.accused-by", c.author())));
    return String.join(", ", by);
  }

  String sentence(Proof proof) {
    return Names.sentence(proof.what(), words);
  }

  /** "15:27:30, il y a 12 s", and whether that is too long ago. */
  String when(Proof proof, Now now) {
    List<String> said = new ArrayList<>();
    proof.at().ifPresent(at -> said.add(words.say("ui.origin.at", words.figures().clockOrDay(at, now.wall()),
        words.figures().age(Duration.between(at, now.wall())))));
    if (!proof.fresh() && proof.says() != Light.NOT_MEASURED) said.add(words.say("ui.origin.stale"));
    return String.join(" \u00b7 ", said);
  }

  String more(Proof proof) {
    return String.join(" \u00b7 ", proof.more().stream().map(this::detail).toList());
  }

  /** Details stand in a row: some of them are sentences elsewhere. */
  private String detail(Reason r) {
    String said = words.say(r);
    return said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
  }

  /** All of a part in one sentence, for a reader who listens. */
  String spoken(Chain chain, Part part) {
    String accused = accused(chain, part);
    return words.say("ui.origin.spoken", name(chain, part), light(chain.lamp(part).light()),
        accused.isEmpty() ? "" : ", " + accused);
  }
}
