package ganglion.scenario.experiment.data;

import ganglion.cochlea.Cochlea;
import ganglion.cochlea.data.DataSetException;
import ganglion.cochlea.data.SoundFile;
import ganglion.cochlea.data.SoundReader;
import ganglion.documents.InputException;
import ganglion.learning.data.Augmentation;
import ganglion.learning.data.HeardDataSet;
import ganglion.learning.data.HearingSettings;
import ganglion.learning.sample.Sample;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.Features;
import java.util.ArrayList;
import java.util.List;

/**
 * Sounds in which several classes are heard already, such as music that {@code ganglion compose} made. A label names the classes, joined by
 * {@value #JOINT}.
 */
public final class MixedSounds {

    /** The attribute of a sound that names all its families of instruments, as {@code ganglion compose} writes it. */
    public static final String FAMILIES = "families_str";

    /** What joins the classes of a label. */
    public static final String JOINT = "+";

    private final List<Example> sounds;
    private final List<Integer> labels;
    private final HearingSettings settings;

    private MixedSounds(List<Example> sounds, List<Integer> labels, HearingSettings settings) {
        this.sounds = List.copyOf(sounds);
        this.labels = List.copyOf(labels);
        this.settings = settings;
    }

    /**
     * Sounds of a data set.
     *
     * @param classes names of the classes, by number, at most 31
     * @throws InputException if a label names an unknown class
     */
    public static MixedSounds of(List<Example> sounds, List<String> classes, Features.Heard features)
            throws InputException {
        List<Integer> labels = new ArrayList<>();
        for (Example sound : sounds) {
            int bits = 0;
            for (String name : sound.label().split("\\" + JOINT, -1)) {
                if (!classes.contains(name)) {
                    throw new InputException(
                            sound.file(),
                            "found the class \"" + name + "\", expected " + String.join(", ", classes)
                                    + ", or several of them joined by " + JOINT);
                }
                bits |= 1 << classes.indexOf(name);
            }
            labels.add(bits);
        }
        return new MixedSounds(sounds, labels, features.settings());
    }

    /**
     * The sounds as inputs of a network, each changed by some plan. The label of a sample is a set: it has class c if bit c is set.
     *
     * @throws InputException if a sound or noise cannot be read
     */
    public List<Sample> samples(AugmentationPlan plan) throws InputException {
        Augmentation changes = MixedNotes.changes(plan);
        Cochlea cochlea = new Cochlea(settings.ear());
        List<Sample> samples = new ArrayList<>();
        try {
            SoundReader.read(
                    sounds.stream()
                            .map(sound -> new SoundFile(sound.file(), sound.label()))
                            .toList(),
                    (sound, clip) -> {
                        int number = samples.size();
                        samples.add(new Sample(
                                HeardDataSet.input(cochlea.hear(changes.apply(clip, number, 0)), settings),
                                labels.get(number)));
                    });
        } catch (DataSetException e) {
            throw new InputException("", e.getMessage());
        }
        return samples;
    }
}
