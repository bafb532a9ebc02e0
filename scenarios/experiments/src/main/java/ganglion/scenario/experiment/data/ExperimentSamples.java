package ganglion.scenario.experiment.data;

import ganglion.cochlea.audio.input.AudioFiles;
import ganglion.cochlea.data.SoundReader;
import ganglion.documents.InputException;
import ganglion.learning.data.Performer;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.DataSource;
import ganglion.scenario.experiment.ExperimentData.BreathContrast;
import ganglion.scenario.experiment.ExperimentData.Fold;
import ganglion.scenario.experiment.ExperimentData.HoldOut;
import ganglion.scenario.experiment.LabelledExperiment;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All samples of an experiment.
 *
 * @param classes names of the classes, by number
 * @param training the training set
 * @param validation the validation set; may have no samples
 * @param test the test set; may have no samples
 * @param judged the examples that results count on: those of the test set, or of the validation set where there is none
 * @param foldGroups groups of the test set, in alphabetical order, in a cross-validation; else empty
 */
public record ExperimentSamples(
        List<String> classes,
        Examples training,
        Examples validation,
        Examples test,
        List<Example> judged,
        List<String> foldGroups) {

    private static final String READING = "reading samples";

    /** Of the noise that sounds are trained with. */
    private static final String NOISE_FOLDER = "/augmentation/noise/folder";

    /** Takes copies of the lists. */
    public ExperimentSamples {
        classes = List.copyOf(classes);
        judged = List.copyOf(judged);
        foldGroups = List.copyOf(foldGroups);
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
        List<Example> all = catalogue(experiment, Optional.of(learned));
        HeldOut fold = fold(experiment, all);
        HeldOut parts = parts(experiment, fold.kept());
        List<Example> validation = parts.heldOut();
        List<String> classes = classes(experiment, experiment.data().fold().isPresent() ? all : parts.kept());
        ExampleInputs reader = new ExampleInputs(experiment.features(), classes, decoder);
        List<Example> test = experiment.data().fold().isPresent()
                ? fold.heldOut()
                : catalogue(experiment, experiment.data().test());
        List<Example> training = withBreath(experiment, parts.kept(), fold.heldOut());
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
                test.isEmpty() ? validation : test,
                fold.heldOut().stream().map(Example::group).distinct().sorted().toList());
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

    /**
     * Divides the training set as a cross-validation does, without reading a sample.
     *
     * @param folds number of parts
     * @throws InputException if it cannot be divided, or what is left of it without a part cannot
     */
    public static void checkFolds(LabelledExperiment experiment, int folds) throws InputException {
        List<Example> all = catalogue(experiment, Optional.of(experiment.data().training()));
        for (int number = 0; number < folds; number++) {
            LabelledExperiment part = experiment.withData(experiment.data().withFold(new Fold(number, folds)));
            List<Example> kept = fold(part, all).kept();
            if (part.data().holdOut().isPresent()) {
                parts(part, kept);
            }
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

    /** The training set, followed by notes with and without the breath of a player, but for those of groups to test on. */
    private static List<Example> withBreath(LabelledExperiment experiment, List<Example> kept, List<Example> tested)
            throws InputException {
        Set<String> unheard = tested.stream().map(Example::group).collect(Collectors.toSet());
        List<Example> all = new ArrayList<>(kept);
        if (experiment.data().breath().isPresent()) {
            BreathContrast contrast = experiment.data().breath().get();
            // The n-th note is changed if n times the share has just passed a whole number.
            double due = 0;
            for (Example note : catalogue(experiment, Optional.of(contrast.notes()))) {
                due += contrast.synthesised();
                boolean changed = due >= 1;
                due -= changed ? 1 : 0;
                if (!unheard.contains(note.group())) {
                    all.add(note.as(contrast.with(), Performer.PLAYER));
                    all.add(note.as(contrast.without(), changed ? Performer.SYNTHESISER : Performer.AS_RECORDED));
                }
            }
        }
        return all;
    }

    /** The training set without the part to test on, and that part; all of it, if it is not cross-validated. */
    private static HeldOut fold(LabelledExperiment experiment, List<Example> all) throws InputException {
        if (experiment.data().fold().isEmpty()) {
            return new HeldOut(all, List.of());
        }
        Fold fold = experiment.data().fold().get();
        try {
            Map<String, Integer> folds =
                    Folds.ofGroups(all, fold.of(), experiment.head().seed());
            Map<Boolean, List<Example>> sides = all.stream()
                    .collect(Collectors.partitioningBy(example -> folds.get(example.group()) == fold.number()));
            return new HeldOut(sides.get(false), sides.get(true));
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    experiment.head().problem(experiment.data().training().pointer(), e.getMessage()));
        }
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

    /** Divides a training set into parts, so that no group is in two of them, and classes are spread as evenly as whole groups allow. */
    static final class Folds {

        private final int count;
        private final Map<String, Integer> foldOfGroup = new HashMap<>();
        private final int[] sizes;

        private Folds(int count) {
            this.count = count;
            this.sizes = new int[count];
        }

        /**
         * The part of each group. Groups with samples of the same classes are shuffled, and dealt one after the other, each to the part
         * that has the fewest of their samples, and of equal ones the fewest samples of all.
         *
         * @param count number of parts
         * @param seed of the shuffling
         * @throws IllegalArgumentException saying what was found and what was expected, if there are fewer groups than parts
         */
        static Map<String, Integer> ofGroups(List<Example> examples, int count, long seed) {
            Map<String, Integer> samples = new TreeMap<>();
            Map<String, Set<String>> labels = new TreeMap<>();
            for (Example example : examples) {
                samples.merge(example.group(), 1, Integer::sum);
                labels.computeIfAbsent(example.group(), group -> new TreeSet<>())
                        .add(example.label());
            }
            if (samples.size() < count) {
                throw new IllegalArgumentException("found " + samples.size() + " groups of samples, expected at least "
                        + count + ", one for each part of a cross-validation");
            }
            Map<String, List<String>> alike = new TreeMap<>();
            labels.forEach((group, own) -> alike.computeIfAbsent(own.toString(), key -> new ArrayList<>())
                    .add(group));
            Folds folds = new Folds(count);
            Random random = new Random(new SplittableRandom(seed).nextLong());
            for (List<String> groups : alike.values()) {
                Collections.shuffle(groups, random);
                folds.deal(groups, samples);
            }
            return folds.foldOfGroup;
        }

        private void deal(List<String> groups, Map<String, Integer> samples) {
            int[] own = new int[count];
            for (String group : groups) {
                int best = 0;
                for (int fold = 1; fold < count; fold++) {
                    if (own[fold] < own[best] || own[fold] == own[best] && sizes[fold] < sizes[best]) {
                        best = fold;
                    }
                }
                foldOfGroup.put(group, best);
                own[best] += samples.get(group);
                sizes[best] += samples.get(group);
            }
        }
    }
}
