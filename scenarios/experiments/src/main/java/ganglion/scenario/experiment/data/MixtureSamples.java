package ganglion.scenario.experiment.data;

import ganglion.cochlea.AudioClip;
import ganglion.cochlea.Cochlea;
import ganglion.cochlea.data.DataSetException;
import ganglion.cochlea.data.SoundFile;
import ganglion.learning.data.Augmentation;
import ganglion.learning.data.HeardDataSet;
import ganglion.learning.data.HearingSettings;
import ganglion.learning.data.NoteMixtures;
import ganglion.learning.sample.Sample;
import ganglion.scenario.InputException;
import ganglion.scenario.Problem;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.DataSource;
import ganglion.scenario.experiment.Detection;
import java.util.ArrayList;
import java.util.List;

/** Mixtures of notes that a network can see. Labels are sets of classes: class c is there if bit c is set. */
public final class MixtureSamples {

    private final Detection experiment;
    private final List<String> classes;
    private final NoteMixtures training;
    private final NoteMixtures test;

    private MixtureSamples(Detection experiment) throws InputException {
        this.experiment = experiment;
        List<Example> notes = catalogue(experiment.notes());
        this.classes = notes.stream().map(Example::label).distinct().sorted().toList();
        this.training = mixtures(notes, experiment.head().seed());
        this.test = mixtures(catalogue(experiment.test()), ~experiment.head().seed());
    }

    /**
     * Reads the notes of an experiment.
     *
     * @throws InputException if they cannot be read, or there are not as many classes as the network has outputs
     */
    public static MixtureSamples read(Detection experiment) throws InputException {
        MixtureSamples samples = new MixtureSamples(experiment);
        if (samples.classes.size() != experiment.network().outputs()) {
            throw new InputException(experiment
                    .head()
                    .problem(
                            "/network/layers",
                            "found " + experiment.network().outputs() + " outputs for " + samples.classes.size()
                                    + " classes, expected one for each"));
        }
        return samples;
    }

    /** Names of the classes, by number. */
    public List<String> classes() {
        return classes;
    }

    /** What is learned from. */
    public List<Sample> training() throws InputException {
        return samples(training, experiment.mixtures().training(), changes(experiment.augmentation()));
    }

    /** What the finished model is tried on, under some conditions. */
    public List<Sample> test(AugmentationPlan conditions) throws InputException {
        return samples(test, experiment.mixtures().test(), changes(conditions));
    }

    private List<Sample> samples(NoteMixtures mixtures, int count, Augmentation changes) {
        HearingSettings settings = experiment.features().settings();
        Cochlea ear = new Cochlea(settings.ear());
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            NoteMixtures.Mixture mixture = mixtures.mixture(i);
            AudioClip changed = changes.apply(mixture.clip(), i, 0);
            samples.add(new Sample(HeardDataSet.input(ear.hear(changed), settings), mixture.classes()));
        }
        return samples;
    }

    private List<Example> catalogue(DataSource source) throws InputException {
        return Catalogue.of(source, experiment.features(), experiment.head().seed());
    }

    private NoteMixtures mixtures(List<Example> notes, long seed) throws InputException {
        List<SoundFile> sounds = notes.stream()
                .map(note -> new SoundFile(note.file(), note.label()))
                .toList();
        try {
            return new NoteMixtures(
                    sounds,
                    classes,
                    Math.min(experiment.mixtures().mostNotes(), classes.size()),
                    experiment.mixtures().gainRangeDecibels(),
                    seed);
        } catch (DataSetException e) {
            throw new InputException(new Problem("", 0, "", e.getMessage()));
        }
    }

    private static Augmentation changes(AugmentationPlan plan) throws InputException {
        try {
            return ExampleReader.withNoise(plan);
        } catch (DataSetException e) {
            throw new InputException(new Problem("", 0, "", e.getMessage()));
        }
    }
}
