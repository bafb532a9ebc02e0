package ganglion.scenario.experiment.data;

import ganglion.documents.InputException;
import ganglion.learning.sample.Sample;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.DataSource;
import ganglion.scenario.experiment.Detection;
import ganglion.scenario.experiment.ExperimentData.HoldOut;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The mixtures of an experiment on detection. */
public final class MixtureSamples {

    private final Detection experiment;
    private final List<String> classes;
    private final MixedNotes training;
    private final Optional<MixedNotes> validation;
    private final MixedNotes test;

    private MixtureSamples(Detection experiment) throws InputException {
        this.experiment = experiment;
        long seed = experiment.head().seed();
        List<Example> notes = listed(experiment.notes());
        this.classes = classes(notes);
        if (experiment.holdOut().isPresent()) {
            HeldOut parts = parts(notes, experiment.holdOut().get());
            this.training = mixedNotes(parts.kept(), seed);
            this.validation = Optional.of(mixedNotes(parts.heldOut(), testSeed(seed)));
        } else {
            this.training = mixedNotes(notes, seed);
            this.validation = Optional.empty();
        }
        this.test = mixedNotes(listed(experiment.test()), testSeed(seed));
    }

    private List<Example> listed(DataSource source) throws InputException {
        return Catalogue.of(source, experiment.features(), experiment.head());
    }

    private MixedNotes mixedNotes(List<Example> notes, long seed) throws InputException {
        return MixedNotes.of(notes, classes, experiment.mixtures(), experiment.features(), seed);
    }

    /** Each side needs a note of each class, since a mixture may have any. */
    private HeldOut parts(List<Example> notes, HoldOut rule) throws InputException {
        String refused;
        try {
            HeldOut parts = HeldOut.of(notes, rule);
            List<String> missing = new ArrayList<>(classes);
            missing.removeIf(name -> classes(parts.kept()).contains(name)
                    && classes(parts.heldOut()).contains(name));
            if (missing.isEmpty()) {
                return parts;
            }
            refused = "found notes of " + String.join(", ", missing)
                    + " on one side only, expected notes of each class among those held out and among the others";
        } catch (IllegalArgumentException e) {
            refused = e.getMessage();
        }
        throw new InputException(experiment.head().problem(rule.pointer(), refused));
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

    /** Mixtures of the notes that are held out, under some conditions; absent if none are. */
    public Optional<List<Sample>> validation(AugmentationPlan conditions) throws InputException {
        return validation.isEmpty()
                ? Optional.empty()
                : Optional.of(validation.get().samples(experiment.mixtures().validation(), conditions));
    }

    /** The test mixtures, under some conditions. */
    public List<Sample> test(AugmentationPlan conditions) throws InputException {
        return test.samples(experiment.mixtures().test(), conditions);
    }
}
