package iris.alarm;

import iris.alarm.Transition.Announcement.Call;
import iris.signal.Reason;
import java.util.List;
import java.util.Objects;

/**
 * What became of one announcement, for the story: it decides nothing and is told to nobody. A toast answers some time
 * after the others, in an answer of its own.
 *
 * @param told to people, on one channel at least
 * @param why it was told, or withheld
 * @param voices the channels this answer is about
 */
public record Answer(AlarmKey alarm, String episode, Call call, boolean told, Reason why, List<Voice> voices) {
  /** Where an announcement may reach a person. */
  public enum Channel {
    BANNER,
    SOUND,
    TOAST
  }

  /** One channel: told there, or not and why. */
  public record Voice(Channel channel, boolean told, Reason why) {
    public Voice {
      Objects.requireNonNull(channel);
      Objects.requireNonNull(why);
    }
  }

  public Answer {
    Objects.requireNonNull(alarm);
    Objects.requireNonNull(episode);
    Objects.requireNonNull(call);
    Objects.requireNonNull(why);
    voices = List.copyOf(voices);
  }
}
