package iris.fuzz;

import iris.words.Lang;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether a sentence that refuses something says what would be right: it asks for something, shows an example, names
 * what is possible, or says what to leave out.
 */
final class WayOut {
  private static final Map<Lang, List<String>> ASKING = Map.of(
      Lang.EN, List.of("write ", "give ", "choose ", "name ", "save it", "did you mean", "possible", "choices:", "take ", "remove ", "leave ",
          "wanted", "expected", "at most", "written", "needs ", "need ", "must ", "begins with", "only", "prints a model", "for example",
          "refer ", "check ", "make ", "rename", "correct it", "correct this", "correct its", "drop ", "mend ", "put ", "set ", "usual", "indent", "it takes", "cannot be shorter", "define ", "fill ", "restrict ", "keep it", "reserve "),
      Lang.FR, List.of("écrire ", "écrivez-", "écrivez ", "donner ", "donnez ", "choisir ", "choisissez ", "nommer ", "nommez ", "enregistrer", "enregistrez",
          "vouliez-vous", "possible", "choix :", "choix :", "retirer", "retirez", "enlevez", "supprimez", "laisser", "laissez", "attend", "au plus", "s’écrit", "faut", "prend ", "besoin", "réservez", "définissez", "renseignez",
          "doit", "doivent", "commence", "seulement", "que dans", "lisible de son seul", "qu’avec", "modèle", "exemple", "vérifi", "rendre", "rendez", "renomm",
          "corrigez", "mettre", "mettez", "habituel", "accepte", "renvoy", "demande"));

  private WayOut() {}

  static boolean named(String sentence, Lang lang) {
    String said = sentence.toLowerCase(Locale.ROOT);
    return ASKING.get(lang).stream().anyMatch(said::contains);
  }
}
