package ganglion.live.event;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.live.event.LiveEvent.LiveDecision;
import ganglion.live.event.LiveEvent.LiveEnd;
import ganglion.live.event.LiveEvent.LiveNotice;
import ganglion.live.event.LiveEvent.LiveStart;
import java.util.Locale;
import java.util.Optional;

/** Prints the start, decisions, notices and the end of a live session as lines of text. */
public final class EventLine {

    private static final double NANOSECOND = 1e-9;

    private LiveStart start;

    /** The line of an event; empty for one that is left out. The start of a session comes first. */
    public Optional<String> of(LiveEvent event) {
        if (event instanceof LiveStart started) {
            start = started;
            return Optional.of(started.scenario() + " hears " + started.source() + ", "
                    + time(started.tickSeconds()) + " a tick"
                    + (started.classes().isEmpty()
                            ? "; it decides nothing"
                            : "; it decides between " + String.join(", ", started.classes())));
        }
        if (event instanceof LiveDecision decision) {
            return Optional.of(at(event) + (decision.winner() < 0 ? "-" : named(decision)));
        }
        if (event instanceof LiveNotice notice) {
            return Optional.of(at(event) + notice.text());
        }
        return event instanceof LiveEnd end ? Optional.of(at(event) + "end: " + end.reason()) : Optional.empty();
    }

    private static String named(LiveDecision decision) {
        return String.format(
                Locale.ROOT,
                "%s (%.0f %%, %s after its sound)",
                decision.label(),
                100 * decision.confidence(),
                time(decision.latencyNanoseconds() * NANOSECOND));
    }

    private static String time(double seconds) {
        return QuantityFormat.format(seconds, Dimension.TIME);
    }

    private String at(LiveEvent event) {
        return String.format(Locale.ROOT, "%9.3f s  ", event.tick() * start.tickSeconds());
    }
}
