package iris.feed;

import iris.signal.Bulletin;
import iris.signal.Channel;
import iris.signal.Report;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** What a source offers beside its document, as long as it offers it: the event stream and the archives. */
final class Following implements AutoCloseable {
  private final SourceConfig source;
  private final Fetcher fetcher;
  private final RandomGenerator dice;
  private final Archives archives;
  private final Runnable wake;
  private Optional<PushStream> stream = Optional.empty();
  private boolean closed;

  Following(SourceConfig source, Fetcher fetcher, Consumer<Report> reports, Reach reach, RandomGenerator dice,
      Runnable wake) {
    this.source = source;
    this.fetcher = fetcher;
    this.dice = dice;
    this.wake = wake;
    this.archives = new Archives(source, fetcher, reports, reach.of(source.id()));
  }

  /** What is told of a document: with a finding where its link to archives is refused. */
  Report.Published vetted(Report.Published told, URI at) {
    Bulletin vetted = Trail.from(source, at).vetted(told.bulletin(), at);
    return new Report.Published(told.source(), vetted, told.contact(), told.backfill());
  }

  /** A document was told, found at {@code at}. */
  synchronized void published(Bulletin document, URI at) {
    if (closed) return;
    Channel channel = document.channel();
    Optional<URI> wanted =
        channel.push().map(link -> Links.resolve(at, channel.self(), link)).filter(to -> Links.askable(at, to));
    if (!wanted.equals(stream.map(PushStream::at))) {
      stream.ifPresent(PushStream::close);
      stream = wanted.map(to -> new PushStream(source, to, fetcher, wake, dice, PushStream.SILENCE));
    }
    archives.published(document, at);
  }

  @Override
  public synchronized void close() {
    closed = true;
    stream.ifPresent(PushStream::close);
    archives.close();
  }
}
