package iris.alarm;

import iris.signal.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who may do what, by the name that acts are signed with. It keeps honest people from mistakes and the journal complete;
 * it proves nobody's identity (decision 0082).
 *
 * @param standard the role of whoever is not named
 * @param names roles by name; upper and lower case are one, as they are for logins on most systems
 */
public record Rights(Role standard, Map<String, Role> names) {
  /** Nothing is configured: everybody may do everything. */
  public static final Rights OPEN = new Rights(Role.ADMINISTER, Map.of());

  /** What the program itself signs with: never held back. No person can sign so, see {@link Act.Sign}. */
  public static final String PROGRAM = "@iris";

  /** Acts that want less or more than {@link Role#OPERATE}, which is the least role of every other. */
  private static final Set<Class<? extends Act>> ANYBODY = Set.of(Act.Sign.class);
  private static final Set<Class<? extends Act>> ADMINISTRATORS =
      Set.of(Act.OutOfService.class, Act.Classify.class, Act.Unclassify.class, Act.Configure.class);

  private static final int NAMED = 6;

  public Rights {
    Objects.requireNonNull(standard);
    Map<String, Role> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    names.forEach((name, role) -> all.put(name.strip(), Objects.requireNonNull(role)));
    names = java.util.Collections.unmodifiableMap(all);
  }

  /** The least role that may do such an act. */
  public static Role least(Class<? extends Act> act) {
    if (ANYBODY.contains(act)) return Role.VIEW;
    return ADMINISTRATORS.contains(act) ? Role.ADMINISTER : Role.OPERATE;
  }

  /** The role of who signs so. */
  public Role of(String person) {
    return person.equals(PROGRAM) ? Role.ADMINISTER : names.getOrDefault(person.strip(), standard);
  }

  /** The board would do such an act of this person, as far as roles go. */
  public boolean may(String person, Class<? extends Act> act) {
    return of(person).compareTo(least(act)) >= 0;
  }

  /** Why such an act of this person is refused: the role that it wants, and who has it. Empty: it is not. */
  public Optional<Reason> refuses(String person, Class<? extends Act> act) {
    if (may(person, act)) return Optional.empty();
    Role least = least(act);
    List<String> holders = names.entrySet().stream().filter(n -> n.getValue().compareTo(least) >= 0)
        .map(Map.Entry::getKey).toList();
    String who = String.join(", ", holders.stream().limit(NAMED).toList()) + (holders.size() > NAMED ? ", …" : "");
    String key = standard.compareTo(least) >= 0 ? "alarm.refused.role-most"
        : holders.isEmpty() ? "alarm.refused.role-nobody" : "alarm.refused.role";
    return Optional.of(Reason.of(key, word(least), person, word(of(person)), who));
  }

  /** Key of the word for a role. */
  public static String word(Role role) {
    return "alarm.role." + role.name().toLowerCase(Locale.ROOT);
  }
}
