package iris.app.check;

import iris.signal.Incident;
import iris.signal.Origin;
import iris.signal.Reason;
import iris.signal.Service;
import iris.signal.Verdict;
import iris.signal.Window;
import java.time.Instant;
import java.util.Optional;

/**
 * The state of one service as the document alone shows it.
 *
 * @param since empty where the document does not say
 * @param incident the open incident that decides, if one does
 * @param window the newest window that is not in the future
 * @param why why the state is another than the newest window says; empty else
 */
record ServiceVerdict(
    Service service,
    Verdict state,
    Optional<Instant> since,
    Optional<Origin> origin,
    Optional<Incident> incident,
    Optional<Window> window,
    Optional<Reason> why) {}
