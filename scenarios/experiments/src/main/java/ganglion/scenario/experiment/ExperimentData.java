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
 * @param merged classes that become one
 * @param classes names of the classes, by number; empty for the labels of the training set in alphabetical order
 * @param fold part of the training set that is the test set instead, in a cross-validation
 */
public record ExperimentData(
        DataSource training,
        Optional<DataSource> validation,
        Optional<HoldOut> holdOut,
        Optional<BreathContrast> breath,
        Optional<DataSource> test,
        MergedClasses merged,
        List<String> classes,
        Optional<Fold> fold) {

    /** Takes a copy of the list. */
    public ExperimentData {
        classes = List.copyOf(classes);
    }

    /** The same without a test set that is read on its own. */
    public ExperimentData withoutTest() {
        return new ExperimentData(training, validation, holdOut, breath, Optional.empty(), merged, classes, fold);
    }

    /** The same for one part of a cross-validation. */
    public ExperimentData withFold(Fold other) {
        return new ExperimentData(training, validation, holdOut, breath, test, merged, classes, Optional.of(other));
    }
}
