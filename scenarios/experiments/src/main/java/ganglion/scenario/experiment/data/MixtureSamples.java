package ganglion.scenario.experiment.data;

import ganglion.documents.InputException;
import ganglion.learning.sample.Sample;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.Detection;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import java.util.List;

/** The mixtures of an experiment on detection. */
public final class MixtureSamples {

    private final Detection experiment;
    private final List<String> classes;
    private final MixedNotes training;
    private final MixedNotes test;

    private MixtureSamples(Detection experiment) throws InputException {
        this.experiment = experiment;
        long seed = experiment.head().seed();
        List<Example> notes = Catalogue.of(experiment.notes(), experiment.features(), experiment.head());
        List<Example> testNotes = Catalogue.of(experiment.test(), experiment.features(), experiment.head());
        this.classes = classes(notes);
        this.training = MixedNotes.of(notes, classes, experiment.mixtures(), experiment.features(), seed);
        this.test = MixedNotes.of(testNotes, classes, experiment.mixtures(), experiment.features(), testSeed(seed));
    }

    /**
     * Reads the notes of an experiment.
     *
     * @throws InputException if they cannot be read, or there are not as many classes as the network has outputs
     */
    public static MixtureSamples read(Detection experiment) throws InputException {
        checkOutputs(experiment);
        return new MixtureSamples(experiment);
    }

    /** @throws InputException if the notes cannot be listed, or there are not as many classes as the network has outputs */
    static void checkOutputs(Detection experiment) throws InputException {
        int classes = classes(Catalogue.of(experiment.notes(), experiment.features(), experiment.head()))
                .size();
        if (classes != experiment.network().outputs()) {
            throw new InputException(experiment
                    .head()
                    .problem(
                            OutputCheck.OUTPUTS,
                            "found " + experiment.network().outputs() + " outputs for " + classes
                                    + " classes, expected one for each"));
        }
    }

    private static List<String> classes(List<Example> notes) {
        return notes.stream().map(Example::label).distinct().sorted().toList();
    }

    /** The seed of the test mixtures, which differ from the training mixtures even if the notes are the same. */
    public static long testSeed(long seed) {
        return ~seed;
    }

    /** Names of the classes, by number. */
    public List<String> classes() {
        return classes;
    }

    /**
     * The training mixtures.
     *
     * @param progress told of each mixture
     */
    public List<Sample> training(TrainingProgress progress) throws InputException {
        int count = experiment.mixtures().training();
        return training.samples(count, experiment.augmentation(), new SampleCounter(progress, "mixing notes", count));
    }

    /** The test mixtures, under some conditions. */
    public List<Sample> test(AugmentationPlan conditions) throws InputException {
        return test.samples(experiment.mixtures().test(), conditions);
    }
}
