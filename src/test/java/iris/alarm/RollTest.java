package iris.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RollTest {
  /** Its hash is that of many others. */
  private record Name(int group, int n) {
    @Override
    public int hashCode() {
      return n % 7 == 0 ? 42 : n * 31;
    }
  }

  @RepeatedTest(20)
  void whateverComesAndGoesItIsTheMapThatAPlainOneWouldBe(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    Map<Name, Integer> plain = new LinkedHashMap<>();
    Roll<Name, Integer> roll = Roll.of(List.of(), Name::group, _ -> 0);
    for (int step = 0; step < 120; step++) {
      Set<Name> gone = new LinkedHashSet<>();
      for (Name name : plain.keySet()) if (random.nextInt(step % 10 == 9 ? 2 : 40) == 0) gone.add(name);
      Map<Name, Integer> come = new LinkedHashMap<>();
      int most = random.nextInt(4) == 0 ? 150 : 3;
      for (int i = random.nextInt(most); i > 0; i--) {
        Name name = new Name(random.nextInt(9), random.nextInt(400));
        if (!plain.containsKey(name) || gone.contains(name)) come.put(name, random.nextInt());
      }
      Map<Name, Integer> changed = new LinkedHashMap<>();
      for (Name name : plain.keySet()) if (!gone.contains(name) && random.nextInt(20) == 0) changed.put(name, step);
      Order.Edit<Name> edit = roll.edit(gone, come.keySet(), Name::group);
      Roll<Name, Integer> before = roll;
      Roll<Name, Integer> next = roll.after(edit,
          key -> come.containsKey(key) ? come.get(key) : changed.getOrDefault(key, before.get(key)), changed);
      assertEquals(new ArrayList<>(plain.entrySet()).toString(), text(before), "the one before is as it was");
      plain.keySet().removeAll(gone);
      plain.putAll(changed);
      plain.putAll(come);
      plain = sorted(plain);
      roll = next;
      assertEquals(new ArrayList<>(plain.entrySet()).toString(), text(roll));
      assertEquals(plain, roll);
      int place = 0;
      for (Name name : plain.keySet()) {
        assertEquals(name, roll.keys().get(place));
        assertEquals(place++, roll.place(name));
        assertEquals(plain.get(name), roll.get(name));
      }
      for (Name name : gone) assertEquals(plain.containsKey(name), roll.containsKey(name));
    }
  }

  private static Map<Name, Integer> sorted(Map<Name, Integer> map) {
    Map<Name, Integer> sorted = new LinkedHashMap<>();
    map.entrySet().stream().sorted(Comparator.comparingInt(e -> e.getKey().group()))
        .forEach(e -> sorted.put(e.getKey(), e.getValue()));
    return sorted;
  }

  private static String text(Map<Name, Integer> map) {
    return new ArrayList<>(map.entrySet()).toString();
  }

  @Test
  void whatIsSetToTheSameIsTheSameRoll() {
    Roll<Name, Integer> roll = Roll.of(List.of(new Name(0, 1)), Name::group, _ -> 5);
    assertSame(roll, roll.plus(Map.of(new Name(0, 1), roll.get(new Name(0, 1)))));
    assertSame(roll, roll.without(new Name(0, 2)));
    assertEquals(Map.of(), roll.without(new Name(0, 1)));
  }

  @Test
  void aFeedThatAnsweredIsAwaitedNoMore() {
    Awaited two = Awaited.of(List.of("a", "b"));
    assertEquals(Set.of("b"), two.without("a"));
    assertEquals(Set.of("a", "b"), two.without("c"));
    assertSame(two, Awaited.of(two));
  }
}
