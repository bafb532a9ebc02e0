package ganglion.scenario.experiment.data;

import ganglion.documents.InputException;
import ganglion.learning.data.Performer;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.BreathContrast;
import ganglion.scenario.experiment.DataSource;
import ganglion.scenario.experiment.HoldOut;
import ganglion.scenario.experiment.LabelledExperiment;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All samples of an experiment.
 *
 * @param classes names of the classes, by number
 * @param training the training set
 * @param validation the validation set; may have no samples
 * @param test the test set; may have no samples
 */
public record ExperimentSamples(List<String> classes, Examples training, Examples validation, Examples test) {

    private static final String READING = "reading samples";

    /** Takes a copy of the list. */
    public ExperimentSamples {
        classes = List.copyOf(classes);
    }

    /**
     * Reads the samples of an experiment.
     *
     * @throws InputException if they cannot be read, or do not fit the network
     */
    public static ExperimentSamples read(LabelledExperiment experiment) throws InputException {
        return read(experiment, new TrainingProgress() {});
    }

    /**
     * Reads the samples of an experiment.
     *
     * @param progress told of each sample
     * @throws InputException if they cannot be read, or do not fit the network
     */
    public static ExperimentSamples read(LabelledExperiment experiment, TrainingProgress progress)
            throws InputException {
        progress.advanced(READING, 0);
        HeldOut parts = parts(experiment);
        List<String> classes = classes(experiment, parts);
        ExampleInputs reader = new ExampleInputs(experiment.features(), classes);
        List<Example> test = catalogue(experiment, experiment.data().test());
        List<Example> training = withBreath(experiment, parts.kept());
        SampleCounter counter = new SampleCounter(
                progress, READING, training.size() + parts.heldOut().size() + test.size());
        return new ExperimentSamples(
                classes,
                reader.read(training, experiment.augmentation(), counter),
                reader.read(parts.heldOut(), AugmentationPlan.NONE, counter),
                reader.read(test, AugmentationPlan.NONE, counter));
    }

    /** The training set, followed by notes with and without the breath of a player. */
    private static List<Example> withBreath(LabelledExperiment experiment, List<Example> kept) throws InputException {
        List<Example> all = new ArrayList<>(kept);
        if (experiment.data().breath().isPresent()) {
            BreathContrast contrast = experiment.data().breath().get();
            // The n-th note is changed if n times the share has just passed a whole number.
            double due = 0;
            for (Example note : catalogue(experiment, Optional.of(contrast.notes()))) {
                due += contrast.synthesised();
                boolean changed = due >= 1;
                due -= changed ? 1 : 0;
                all.add(note.as(contrast.with(), Performer.PLAYER));
                all.add(note.as(contrast.without(), changed ? Performer.SYNTHESISER : Performer.AS_RECORDED));
            }
        }
        return all;
    }

    private static HeldOut parts(LabelledExperiment experiment) throws InputException {
        List<Example> training =
                catalogue(experiment, Optional.of(experiment.data().training()));
        Optional<HoldOut> holdOut = experiment.data().holdOut();
        if (holdOut.isEmpty()) {
            return new HeldOut(training, catalogue(experiment, experiment.data().validation()));
        }
        try {
            return HeldOut.of(training, holdOut.get());
        } catch (IllegalArgumentException e) {
            throw new InputException(experiment.head().problem(holdOut.get().pointer(), e.getMessage()));
        }
    }

    private static List<Example> catalogue(LabelledExperiment experiment, Optional<DataSource> source)
            throws InputException {
        return source.isEmpty() ? List.of() : Catalogue.of(source.get(), experiment.features(), experiment.head());
    }

    private static List<String> classes(LabelledExperiment experiment, HeldOut parts) throws InputException {
        List<String> given = experiment.data().classes();
        if (!given.isEmpty()) {
            return given;
        }
        List<String> classes =
                parts.kept().stream().map(Example::label).distinct().sorted().toList();
        int outputs = experiment.outputs().orElse(classes.size());
        if (classes.size() != outputs && !(classes.size() == 2 && outputs == 1)) {
            throw new InputException(experiment
                    .head()
                    .problem(
                            "/network/layers",
                            "found " + outputs + " outputs for the " + classes.size() + " classes "
                                    + String.join(", ", classes.subList(0, Math.min(20, classes.size())))
                                    + ", expected one for each"));
        }
        return classes;
    }
}
