package iris.app;

import iris.alarm.Guidance;
import iris.alarm.Guidance.Whose;
import iris.alarm.Outlook;
import iris.alarm.Rules;
import iris.app.demo.LiveDemo;
import iris.settings.Settings;
import iris.words.Words;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a demonstration has besides its feeds, as a configured console would: checks of its own, and guidance. */
final class Equipping {
  /** An outage of the demonstration lasts a minute. */
  private static final Duration EVERY = Duration.ofSeconds(15);

  private Equipping() {}

  static Settings equipped(Settings settings, LiveDemo demo, Words words) {
    return equipped(settings, demo.doors(), demo.neutral(), words);
  }

  static Settings equipped(Settings settings, Map<String, URI> doors, URI neutral, Words words) {
    Guidance texts = new Guidance(Map.of(Whose.PROVIDER, words.say("app.demo.guide.provider"), Whose.EXTERNAL,
        words.say("app.demo.guide.external"), Whose.NETWORK, words.say("app.demo.guide.network"), Whose.ANYBODY,
        words.say("app.demo.guide.default")));
    Map<String, Guidance> guidance = new HashMap<>();
    doors.keySet().forEach(service -> guidance.put(service, texts));
    Rules rules = settings.rules();
    return new Settings(settings.display(), settings.alerting(),
        new Settings.Vantage(doors, Optional.of(neutral), EVERY), settings.feeds(),
        new Rules(rules.feeds(), rules.services(), rules.rights(),
            new Outlook(doors.keySet(), Optional.of(neutral.getHost())), guidance));
  }
}
