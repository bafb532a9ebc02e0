package ganglion.scenario.experiment;

import java.util.List;

/**
 * Which part of a training set is held out.
 *
 * @param pointer its place in the experiment
 * @param byGroup whether whole groups are held out rather than single samples
 * @param share of the groups, or of the samples of each class
 * @param groups names of the groups to hold out; empty for a random share
 * @param seed of the choice
 */
public record HoldOut(String pointer, boolean byGroup, double share, List<String> groups, long seed) {

    /** Takes a copy of the list. */
    public HoldOut {
        groups = List.copyOf(groups);
    }
}
