package ganglion.scenario.experiment.data;

import ganglion.cochlea.audio.input.AudioFiles;
import ganglion.cochlea.data.SoundReader;
import ganglion.documents.InputException;
import ganglion.learning.data.Performer;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.DataSource;
import ganglion.scenario.experiment.ExperimentData.BreathContrast;
import ganglion.scenario.experiment.ExperimentData.HoldOut;
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
 * @param judged the examples that results count on: those of the test set, or of the validation set where there is none
 */
public record ExperimentSamples(
        List<String> classes, Examples training, Examples validation, Examples test, List<Example> judged) {

    private static final String READING = "reading samples";

    /** Of the noise that sounds are trained with. */
    private static final String NOISE_FOLDER = "/augmentation/noise/folder";

    /** Takes copies of the lists. */
    public ExperimentSamples {
        classes = List.copyOf(classes);
        judged = List.copyOf(judged);
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
        return read(experiment, progress, AudioFiles::read);
    }

    /**
     * Reads the samples of an experiment.
     *
     * @param progress told of each sample
     * @param decoder gives the sound of a file, for callers that keep them
     * @throws InputException if they cannot be read, or do not fit the network
     */
    public static ExperimentSamples read(
            LabelledExperiment experiment, TrainingProgress progress, SoundReader.Decoder decoder)
            throws InputException {
        progress.advanced(READING, 0);
        DataSource learned = experiment.data().training();
        HeldOut parts = parts(experiment, catalogue(experiment, Optional.of(learned)));
        List<Example> validation = parts.heldOut();
        List<String> classes = classes(experiment, parts.kept());
        ExampleInputs reader = new ExampleInputs(experiment.features(), classes, decoder);
        List<Example> test = catalogue(experiment, experiment.data().test());
        List<Example> training = withBreath(experiment, parts.kept());
        SampleCounter counter = new SampleCounter(progress, READING, training.size() + validation.size() + test.size());
        AugmentationPlan augmentation = at(
                NOISE_FOLDER,
                experiment,
                () -> ExampleInputs.loaded(List.of(experiment.augmentation())).get(0));
        return new ExperimentSamples(
                classes,
                at(learned.pointer(), experiment, () -> reader.read(training, augmentation, counter)),
                at(
                        experiment.data().validation().orElse(learned).pointer(),
                        experiment,
                        () -> reader.read(validation, AugmentationPlan.NONE, counter)),
                at(
                        experiment.data().test().orElse(learned).pointer(),
                        experiment,
                        () -> reader.read(test, AugmentationPlan.NONE, counter)),
                test.isEmpty() ? validation : test);
    }

    /** Reads something that an experiment file names. */
    private interface Read<T> {

        T read() throws InputException;
    }

    /** What is wrong with what is read is told at the value of the experiment file that names it. */
    private static <T> T at(String pointer, LabelledExperiment experiment, Read<T> read) throws InputException {
        try {
            return read.read();
        } catch (InputException e) {
            throw experiment.head().at(pointer, e);
        }
    }

    /** @throws InputException if the data cannot be listed, or the network has not an output for each class */
    static void checkOutputs(LabelledExperiment experiment) throws InputException {
        List<Example> all = Catalogue.listed(experiment.data().training(), experiment.features(), experiment.head());
        List<Example> kept = experiment.data().holdOut().isEmpty()
                ? all
                : parts(experiment, all).kept();
        classes(experiment, kept);
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

    static HeldOut parts(LabelledExperiment experiment, List<Example> training) throws InputException {
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

    static List<String> classes(LabelledExperiment experiment, List<Example> learned) throws InputException {
        List<String> given = experiment.data().classes();
        if (!given.isEmpty()) {
            return given;
        }
        List<String> classes =
                learned.stream().map(Example::label).distinct().sorted().toList();
        int outputs = experiment.outputs().orElse(classes.size());
        if (classes.size() != outputs && !(classes.size() == 2 && outputs == 1)) {
            throw new InputException(experiment
                    .head()
                    .problem(
                            OutputCheck.OUTPUTS,
                            "found " + outputs + " outputs for the " + classes.size() + " classes "
                                    + String.join(", ", classes.subList(0, Math.min(20, classes.size())))
                                    + ", expected one for each"));
        }
        return classes;
    }
}
