package ganglion.learning.data;

import ganglion.cochlea.AudioClip;
import ganglion.cochlea.Cochlea;
import ganglion.cochlea.Hearing;
import ganglion.cochlea.data.DataSetException;
import ganglion.cochlea.data.SoundFile;
import ganglion.cochlea.data.SoundReader;
import ganglion.learning.sample.DenseInput;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.SampleInput;
import ganglion.learning.sample.SpikeInput;
import ganglion.learning.train.DataSet;
import java.util.ArrayList;
import java.util.List;

/**
 * Sounds as a network hears them. Without augmentation each sound is heard once and only what came of it is kept; with
 * augmentation the sounds are kept, and heard anew in each epoch.
 */
public final class HeardDataSet implements DataSet {

    private final HearingSettings settings;
    private final Cochlea ear;
    private final List<String> classes;
    private final List<Integer> labels = new ArrayList<>();
    private final List<AudioClip> clips = new ArrayList<>();
    private final List<Sample> samples = new ArrayList<>();
    private final List<SoundReader.Broken> broken;

    private HeardDataSet(List<SoundFile> sounds, List<String> classes, HearingSettings settings, boolean keepGoing)
            throws DataSetException {
        this.settings = settings;
        this.ear = new Cochlea(settings.ear());
        this.classes = List.copyOf(classes);
        this.broken = SoundReader.read(sounds, keepGoing, this::add);
    }

    /**
     * Hears the sounds of a data set.
     *
     * @param sounds as {@code SoundFolders} or {@code NsynthFolder} found them
     * @param classes names of the classes, by number; see {@link #classesOf}
     * @param keepGoing whether to skip files that cannot be read
     * @throws DataSetException if a file cannot be read, or a label is none of the classes
     */
    public static HeardDataSet of(
            List<SoundFile> sounds, List<String> classes, HearingSettings settings, boolean keepGoing)
            throws DataSetException {
        for (SoundFile sound : sounds) {
            if (!classes.contains(sound.label())) {
                throw new DataSetException(
                        sound.file(), "found the label \"" + sound.label() + "\", expected one of " + classes);
            }
        }
        return new HeardDataSet(sounds, classes, settings, keepGoing);
    }

    /** The labels of sounds, each once, in alphabetical order. */
    public static List<String> classesOf(List<SoundFile> sounds) {
        return sounds.stream().map(SoundFile::label).distinct().sorted().toList();
    }

    private void add(SoundFile sound, AudioClip clip) {
        int label = classes.indexOf(sound.label());
        labels.add(label);
        if (settings.augmentation().active()) {
            clips.add(clip);
        } else {
            samples.add(new Sample(input(ear.hear(clip), settings), label));
        }
    }

    /** What of a sound as heard becomes the input of a network, cut or followed by silence to the steps of the settings. */
    public static SampleInput input(Hearing hearing, HearingSettings settings) {
        return settings.heardAs().isNumbers()
                ? new DenseInput(HeardNumbers.of(hearing, settings))
                : SpikeInput.of(hearing.spikes(), settings.steps());
    }

    /** Names of the classes, by number. */
    public List<String> classes() {
        return classes;
    }

    /** The files that were skipped. */
    public List<SoundReader.Broken> broken() {
        return broken;
    }

    @Override
    public int size() {
        return labels.size();
    }

    @Override
    public int label(int index) {
        return labels.get(index);
    }

    @Override
    public Sample sample(int index, int epoch) {
        if (!settings.augmentation().active()) {
            return samples.get(index);
        }
        AudioClip changed = settings.augmentation().apply(clips.get(index), index, epoch);
        return new Sample(input(ear.hear(changed), settings), labels.get(index));
    }
}
