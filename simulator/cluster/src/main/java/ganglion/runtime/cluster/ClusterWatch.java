package ganglion.runtime.cluster;

import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * How a process of a cluster is watched. No result depends on it.
 *
 * @param nanoseconds a monotonic clock, by which hosts see how long they work and wait
 * @param news is told what happens in the cluster, in any thread; must return at once
 */
public record ClusterWatch(LongSupplier nanoseconds, Consumer<ClusterNews> news) {

    /** Measures nothing and tells nobody. */
    public static final ClusterWatch NONE = new ClusterWatch(() -> 0, news -> {});
}
