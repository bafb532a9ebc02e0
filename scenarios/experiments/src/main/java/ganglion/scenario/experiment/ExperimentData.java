package ganglion.scenario.experiment;

import java.util.List;
import java.util.Optional;

/**
 * The data sets of an experiment.
 *
 * @param training what the network learns from
 * @param validation what epochs are judged by
 * @param holdOut which part of the training set is used for that instead
 * @param breath notes with and without the breath of a player, learned from besides the training set
 * @param test what the finished model is tried on
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
}
