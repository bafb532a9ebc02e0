package ganglion.scenario.model;

import java.util.List;
import java.util.Objects;

/**
 * How the read-out population decides for a class.
 *
 * @param score by which its neurons are compared
 * @param delayTicks by how much later than a clip its answer is; that much after the clip's start it begins to count
 * @param ticks for how long it counts; 0 for as long as the clip lasts, and a margin
 * @param classes names of the two classes that a single neuron tells, or of those that groups of neurons stand for; empty
 *     otherwise
 * @param groups neurons that stand for each of the classes; empty if each neuron stands for one
 */
public record ReadOutRule(Score score, long delayTicks, long ticks, List<String> classes, List<List<Integer>> groups) {

    /** Most spikes; of equals the neuron that fired first. */
    public static final ReadOutRule MOST_SPIKES = new ReadOutRule(Score.MOST_SPIKES, 0, 0, List.of());

    /** Takes copies of the lists. */
    public ReadOutRule {
        Objects.requireNonNull(score, "score");
        classes = List.copyOf(classes);
        groups = groups.stream().map(List::copyOf).toList();
    }

    /** Each neuron stands for a class, or a single one distinguishes two. */
    public ReadOutRule(Score score, long delayTicks, long ticks, List<String> classes) {
        this(score, delayTicks, ticks, classes, List.of());
    }

    /**
     * By what neurons are compared. But for the first, the highest score wins and of equals the lower number, as trainers have it; a
     * single neuron decides for the second of two classes if it fires in more than half of the ticks, or if its potential is above
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
        MAX_MEMBRANE,
        /** How many of the neurons that stand for a class fire; of equals, the mean of the highest potential of each. */
        VOTES;

        /** Whether several neurons stand for a class. */
        public boolean ofGroups() {
            return this == VOTES;
        }

        /** Whether potentials must have been recorded. */
        public boolean needsMembranes() {
            return ofMembranes() || this == VOTES;
        }

        /** Whether membrane potentials are compared. */
        public boolean ofMembranes() {
            return this == MEAN_MEMBRANE || this == MAX_MEMBRANE;
        }
    }
}
