package ganglion.scenario.experiment;

import java.util.List;
import java.util.Optional;

/**
 * The data sets of an experiment.
 *
 * @param training the training set
 * @param validation the validation set, by which the best epoch is chosen
 * @param holdOut which part of the training set is held out for validation instead
 * @param breath notes with and without the breath of a player, added to the training set
 * @param test the test set of the finished model
 * @param classes names of the classes, by number; empty for the labels of the training set in alphabetical order
 */
public record ExperimentData(
        DataSource training,
        Optional<DataSource> validation,
        Optional<HoldOut> holdOut,
        Optional<BreathContrast> breath,
        Optional<DataSource> test,
        List<String> classes) {

    /** Takes a copy of the list. */
    public ExperimentData {
        classes = List.copyOf(classes);
    }

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

    /**
     * Notes that a network learns from twice: as they are, played by a machine, and with the breath of a player. The network then
     * learns the difference alone.
     *
     * @param notes recorded or synthetic notes that a machine plays
     * @param with class of the notes with breath
     * @param without class of the unchanged notes
     * @param synthesised share of the notes without breath that get the changes of a synthesiser, from 0 to 1
     */
    public record BreathContrast(DataSource notes, String with, String without, double synthesised) {}
}
