package ganglion.scenario.nodes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which node has which neurons. No result depends on it. */
public enum PlacementOfCores {

    /**
     * Populations go to nodes as a whole, so that delays between nodes are long; equal shares where that gains nothing. See {@link
     * ganglion.kernel.schedule.NodePlacement}.
     */
    DELAYS,

    /** Each node has an equal share of every population, of neurons that are side by side. */
    CONTIGUOUS;

    /** As users write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(PlacementOfCores::word).toList();
    }

    /** The placement that users write so, if there is one. */
    public static Optional<PlacementOfCores> of(String word) {
        return Arrays.stream(values())
                .filter(placement -> placement.word().equals(word))
                .findFirst();
    }
}
