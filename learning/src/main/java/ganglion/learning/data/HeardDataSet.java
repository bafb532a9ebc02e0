package ganglion.learning.data;

import ganglion.cochlea.Cochlea;
import ganglion.cochlea.CochleaOutput;
import ganglion.cochlea.FeatureRows;
import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.data.DataSetException;
import ganglion.cochlea.data.SoundFile;
import ganglion.cochlea.data.SoundReader;
import ganglion.cochlea.spectrum.Decibels;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.DenseInput;
import ganglion.learning.sample.Sample.SampleInput;
import ganglion.learning.sample.SpikeInput;
import ganglion.learning.train.DataSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sounds as inputs of a network. Each version of a sound is processed once and only the result is kept; where there is a new version
 * in each epoch, the sounds are kept and processed again. Thread safe.
 */
public final class HeardDataSet implements DataSet {

    private final HearingSettings settings;
    private final Cochlea ear;
    private final List<String> classes;
    private final List<Integer> labels = new ArrayList<>();
    private final List<AudioClip> clips = new ArrayList<>();
    private final Map<Long, SampleInput> inputs = new ConcurrentHashMap<>();
    private final Map<Long, float[]> powers = new ConcurrentHashMap<>();

    private HeardDataSet(
            List<SoundFile> sounds,
            List<String> classes,
            HearingSettings settings,
            SoundReader.Decoder decoder,
            Runnable heard)
            throws DataSetException {
        this.settings = settings;
        this.ear = new Cochlea(settings.ear());
        this.classes = List.copyOf(classes);
        SoundReader.read(sounds, decoder, (sound, clip) -> {
            add(sound, clip);
            heard.run();
        });
    }

    /**
     * Processes the sounds of a data set.
     *
     * @param sounds as {@code SoundFolders} or {@code NsynthFolder} found them
     * @param classes names of the classes, by number; see {@link #classesOf}
     * @param decoder gives the sound of a file
     * @param heard runs after each sound
     * @throws DataSetException if a file cannot be read, or a label is none of the classes
     */
    public static HeardDataSet of(
            List<SoundFile> sounds,
            List<String> classes,
            HearingSettings settings,
            SoundReader.Decoder decoder,
            Runnable heard)
            throws DataSetException {
        for (SoundFile sound : sounds) {
            if (!classes.contains(sound.label())) {
                throw new DataSetException(
                        sound.file(), "found the label \"" + sound.label() + "\", expected one of " + classes);
            }
        }
        return new HeardDataSet(sounds, classes, settings, decoder, heard);
    }

    /** The labels of sounds, each once, in alphabetical order. */
    public static List<String> classesOf(List<SoundFile> sounds) {
        return sounds.stream().map(SoundFile::label).distinct().sorted().toList();
    }

    private void add(SoundFile sound, AudioClip clip) {
        int number = labels.size();
        labels.add(classes.indexOf(sound.label()));
        AudioClip heard = performed(sound, clip, settings.augmentation().seed() + number);
        if (settings.augmentation().active()) {
            clips.add(heard);
        } else {
            inputs.put(key(number, 0), input(heard));
        }
    }

    private static AudioClip performed(SoundFile sound, AudioClip clip, long seed) {
        String performer = sound.attributes().getOrDefault(Performer.ATTRIBUTE, Performer.AS_RECORDED.name());
        return switch (Performer.valueOf(performer)) {
            case AS_RECORDED -> clip;
            case PLAYER -> Breath.given(clip, seed);
            case SYNTHESISER -> Synthesiser.given(clip, seed);
        };
    }

    private static long key(int index, int version) {
        return (long) index << 32 | version;
    }

    /** The input of a network from a processed sound, cut or padded with silence to the number of steps of the settings. */
    public static SampleInput input(CochleaOutput hearing, HearingSettings settings) {
        return settings.heardAs().isNumbers()
                ? new DenseInput(FeatureRows.of(hearing, settings.numbers(), settings.steps()))
                : SpikeInput.of(hearing.spikes(), settings.steps());
    }

    private SampleInput input(AudioClip clip) {
        return input(ear.hear(clip), settings);
    }

    /** Names of the classes, by number. */
    public List<String> classes() {
        return classes;
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
        return new Sample(input(index, epoch), labels.get(index));
    }

    private SampleInput input(int index, int epoch) {
        Augmentation changes = settings.augmentation();
        int version = changes.version(epoch);
        if (changes.spectrum().active()) {
            return changedInput(index, version, epoch);
        }
        SampleInput known = inputs.get(key(index, version));
        if (known != null) {
            return known;
        }
        SampleInput input = input(changes.apply(clips.get(index), index, version));
        if (changes.versions() > 0) {
            inputs.put(key(index, version), input);
        }
        return input;
    }

    private CochleaOutput hear(int index, int version) {
        return ear.hear(settings.augmentation().apply(clips.get(index), index, version));
    }

    private SampleInput changedInput(int index, int version, int epoch) {
        float[] heard = powers.get(key(index, version));
        if (heard == null) {
            heard = floats(hear(index, version).mel().values());
            if (version == 0 || settings.augmentation().versions() > 0) {
                powers.put(key(index, version), heard);
            }
        }
        double[] exact = doubles(heard);
        int bands = settings.ear().mel().bands();
        double[] levels = settings.augmentation().applyToLevels(Decibels.ofPowers(exact), bands, index, epoch);
        return new DenseInput(FeatureRows.of(
                exact, levels, bands, settings.ear().hopSeconds(), settings.numbers(), settings.steps()));
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
