package ganglion.live;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How tests wait for what other threads do. */
public final class Waiting {

    /** It only decides when a test that will never pass fails: busy machines need some tens of seconds for what takes one elsewhere. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Waiting() {}

    /** Waits with patience. */
    public static ConditionFactory await() {
        return Awaitility.await().atMost(PATIENCE);
    }
}
