package ganglion.scenario.experiment.data;

import ganglion.cochlea.Cochlea;
import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.data.DataSetException;
import ganglion.cochlea.data.SoundFile;
import ganglion.documents.InputException;
import ganglion.documents.Suggestions;
import ganglion.learning.data.Augmentation;
import ganglion.learning.data.HeardDataSet;
import ganglion.learning.data.HearingSettings;
import ganglion.learning.data.NoteMixtures;
import ganglion.learning.sample.Sample;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.Detection.MixturePlan;
import ganglion.scenario.experiment.Features;
import java.util.ArrayList;
import java.util.List;

/** Mixes notes of a data set, and turns the mixtures into inputs of a network. A label is a set: it has class c if bit c is set. */
public final class MixedNotes {

    private final NoteMixtures mixtures;
    private final HearingSettings settings;

    private MixedNotes(NoteMixtures mixtures, HearingSettings settings) {
        this.mixtures = mixtures;
        this.settings = settings;
    }

    /**
     * Reads notes.
     *
     * @param notes at least one of each class
     * @param classes names of the classes, by number, at most 31
     * @param seed of the choice of notes
     * @throws InputException if a note cannot be read or is of another class, or a class has none
     */
    public static MixedNotes of(
            List<Example> notes, List<String> classes, MixturePlan plan, Features.Heard features, long seed)
            throws InputException {
        List<SoundFile> sounds = new ArrayList<>();
        for (Example note : notes) {
            if (!classes.contains(note.label())) {
                throw new InputException(
                        note.file(),
                        "found the class \"" + note.label() + '"'
                                + Suggestions.expected("one of", note.label(), classes));
            }
            sounds.add(new SoundFile(note.file(), note.label()));
        }
        try {
            NoteMixtures mixtures = new NoteMixtures(
                    sounds, classes, Math.min(plan.mostNotes(), classes.size()), plan.gainRangeDecibels(), seed);
            return new MixedNotes(mixtures, features.settings());
        } catch (DataSetException e) {
            throw new InputException("", e.getMessage());
        }
    }

    /**
     * The first mixtures, each changed by some plan.
     *
     * @throws InputException if noise cannot be read
     */
    public List<Sample> samples(int count, AugmentationPlan plan) throws InputException {
        return samples(count, plan, () -> {});
    }

    /**
     * The first mixtures, each changed by some plan.
     *
     * @param done runs after each mixture
     * @throws InputException if noise cannot be read
     */
    public List<Sample> samples(int count, AugmentationPlan plan, Runnable done) throws InputException {
        Augmentation changes = changes(plan);
        Cochlea cochlea = new Cochlea(settings.ear());
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            NoteMixtures.Mixture mixture = mixtures.mixture(i);
            AudioClip changed = changes.apply(mixture.clip(), i, 0);
            samples.add(new Sample(HeardDataSet.input(cochlea.hear(changed), settings), mixture.classes()));
            done.run();
        }
        return samples;
    }

    /** Changes with their noise in memory. */
    static Augmentation changes(AugmentationPlan plan) throws InputException {
        try {
            return ExampleInputs.withNoise(plan);
        } catch (DataSetException e) {
            throw new InputException("", e.getMessage());
        }
    }
}
