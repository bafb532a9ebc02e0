package ganglion.scenario;

import java.util.List;
import java.util.Objects;

/**
 * How the read-out population tells a class.
 *
 * @param score by which its neurons are compared
 * @param delayTicks by how much later than a clip its answer is; that much after the clip's start it begins to count
 * @param ticks for how long it counts; 0 for as long as the clip lasts, and a margin
 * @param classes names of the two classes that a single neuron tells; empty otherwise
 */
public record ReadOutRule(Score score, long delayTicks, long ticks, List<String> classes) {

    /** Most spikes; of equals the neuron that fired first. */
    public static final ReadOutRule MOST_SPIKES = new ReadOutRule(Score.MOST_SPIKES, 0, 0, List.of());

    /** Takes a copy of the list. */
    public ReadOutRule {
        Objects.requireNonNull(score, "score");
        classes = List.copyOf(classes);
    }

    /**
     * By what neurons are compared. But for the first, the highest score wins and of equals the lower number, as trainers have it; a
     * single neuron tells the second of two classes if it fires in more than half of the ticks, or if its potential is above
     * one half.
     */
    public enum Score {
        /** Number of spikes; of equals the neuron that fired first wins, and none if none fired. */
        MOST_SPIKES,
        /** Number of spikes. */
        SPIKE_COUNT,
        /** How early the first spike comes. */
        FIRST_SPIKE,
        /** Mean membrane potential. */
        MEAN_MEMBRANE,
        /** Highest membrane potential. */
        MAX_MEMBRANE;

        /** Whether membrane potentials are looked at. */
        public boolean ofMembranes() {
            return this == MEAN_MEMBRANE || this == MAX_MEMBRANE;
        }
    }
}
