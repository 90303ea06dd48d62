package iris.rss.profile;

import com.rometools.rome.feed.CopyFrom;
import com.rometools.rome.feed.module.Module;
import iris.signal.Body;
import iris.signal.Finding;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an item of the profile says to machines, as a module of ROME. Immutable but for {@link #copyFrom}. */
public final class ItemModule implements Module {
  private transient @Nullable Body body;
  private transient List<Finding> findings;

  /** For ROME's copying. */
  public ItemModule() {
    this(iris.signal.Note.NOTE, List.of());
  }

  public ItemModule(Body body) {
    this(Objects.requireNonNull(body), List.of());
  }

  ItemModule(@Nullable Body body, List<Finding> findings) {
    this.body = body;
    this.findings = findings;
  }

  /** Null for an element that lacks what it must have: {@link #findings} tells. */
  public @Nullable Body body() {
    return body;
  }

  public List<Finding> findings() {
    return findings;
  }

  @Override
  public String getUri() {
    return Profile.NAMESPACE;
  }

  @Override
  public Class<? extends CopyFrom> getInterface() {
    return ItemModule.class;
  }

  @Override
  public void copyFrom(CopyFrom other) {
    body = ((ItemModule) other).body;
    findings = ((ItemModule) other).findings;
  }

  @Override
  public Object clone() {
    return new ItemModule(body, findings);
  }
}
