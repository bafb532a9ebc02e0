package ganglion.scenario.experiment.data;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.input.AudioFiles;
import ganglion.cochlea.data.DataSetException;
import ganglion.cochlea.data.SoundFile;
import ganglion.cochlea.data.SoundFolders;
import ganglion.cochlea.data.SoundReader;
import ganglion.documents.InputException;
import ganglion.documents.Suggestions;
import ganglion.documents.place.DocumentPath;
import ganglion.documents.quantity.TickTimes;
import ganglion.documents.table.TableException;
import ganglion.kernel.time.Clock;
import ganglion.learning.data.Augmentation;
import ganglion.learning.data.HeardDataSet;
import ganglion.learning.data.NoiseMix;
import ganglion.learning.data.Performer;
import ganglion.learning.data.SpikeBinning;
import ganglion.learning.data.SpikeChange.ChangedSpikes;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.SampleInput;
import ganglion.learning.sample.SpikeInput;
import ganglion.learning.train.DataSet;
import ganglion.scenario.data.SpikeLists;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.Features;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Turns the examples of data sets into the inputs of a network. */
public final class ExampleInputs {

    private static final int MOST_SPIKES = 100_000_000;

    /** Largest share of the memory for samples. */
    private static final double MEMORY_SHARE = 0.7;

    private final Features features;
    private final List<String> classes;
    private final SoundReader.Decoder decoder;

    /** @param classes names of the classes, by number */
    public ExampleInputs(Features features, List<String> classes) {
        this(features, classes, AudioFiles::read);
    }

    /**
     * Inputs of sounds that the caller reads.
     *
     * @param classes names of the classes, by number
     * @param decoder gives the sound of a file
     */
    public ExampleInputs(Features features, List<String> classes, SoundReader.Decoder decoder) {
        this.features = features;
        this.classes = List.copyOf(classes);
        this.decoder = decoder;
    }

    /**
     * Reads samples.
     *
     * @param augmentation how samples change from epoch to epoch
     * @throws InputException if one cannot be read, has an unknown class, or the memory is too small for all of them
     */
    public Examples read(List<Example> examples, AugmentationPlan augmentation) throws InputException {
        return read(examples, augmentation, () -> {});
    }

    /**
     * Reads samples.
     *
     * @param augmentation how samples change from epoch to epoch
     * @param done runs after each sample
     * @throws InputException if one cannot be read, has an unknown class, or the memory is too small for all of them
     */
    public Examples read(List<Example> examples, AugmentationPlan augmentation, Runnable done) throws InputException {
        for (Example example : examples) {
            if (!classes.contains(example.label())) {
                throw refusal(
                        example.file().toString(),
                        "found the class \"" + example.label() + '"'
                                + Suggestions.expected("one of", example.label(), classes));
            }
        }
        checkMemory(examples.size());
        List<Sample> recorded = features instanceof Features.Recorded how ? recorded(examples, how, done) : List.of();
        DataSet samples = features instanceof Features.Heard heard
                ? heard(examples, heard, augmentation, done)
                : DataSet.of(recorded);
        return new Examples(
                augmentation.spikes().active()
                        ? new ChangedSpikes(
                                samples,
                                augmentation.spikes(),
                                augmentation.changes().seed())
                        : samples,
                examples.stream().map(Example::name).toList(),
                total(recorded, spikes -> spikes.neurons().length + spikes.merged()),
                total(recorded, SpikeInput::merged));
    }

    private static long total(List<Sample> samples, ToLongFunction<SpikeInput> count) {
        return samples.stream()
                .mapToLong(sample -> sample.input() instanceof SpikeInput spikes ? count.applyAsLong(spikes) : 0)
                .sum();
    }

    /** Counts numbers only: they take room whatever their values, while spikes are few. */
    private void checkMemory(int samples) throws InputException {
        boolean numbers = features instanceof Features.Heard heard
                && heard.settings().heardAs().isNumbers();
        double bytes = numbers ? 4.0 * samples * features.steps() * features.inputs() : 0;
        double limit = MEMORY_SHARE * Runtime.getRuntime().maxMemory();
        if (bytes > limit) {
            throw refusal(
                    "",
                    String.format(
                            Locale.ROOT,
                            "found %d samples of %d steps with %d numbers, which take %.1f GB, expected at most %.1f GB"
                                    + " (GANGLION_JAVA_OPTIONS=-Xmx8g gives more)",
                            samples,
                            features.steps(),
                            features.inputs(),
                            bytes / 1e9,
                            limit / 1e9));
        }
    }

    private DataSet heard(List<Example> examples, Features.Heard heard, AugmentationPlan plan, Runnable done)
            throws InputException {
        List<SoundFile> sounds = examples.stream()
                .map(example -> new SoundFile(example.file(), example.label(), attributes(example)))
                .toList();
        try {
            Augmentation changes = withNoise(plan);
            return HeardDataSet.of(sounds, classes, heard.settings().withAugmentation(changes), decoder, done);
        } catch (DataSetException e) {
            throw new InputException("", e.getMessage());
        }
    }

    private static SortedMap<String, String> attributes(Example example) {
        SortedMap<String, String> attributes = new TreeMap<>();
        attributes.put(Performer.ATTRIBUTE, example.performer().name());
        return attributes;
    }

    /**
     * Plans whose noise is in memory. What several of them have from one folder is read and kept once.
     *
     * @throws InputException if a sound of a folder cannot be read
     */
    public static List<AugmentationPlan> loaded(List<AugmentationPlan> plans) throws InputException {
        Map<DocumentPath, List<AudioClip>> known = new HashMap<>();
        List<AugmentationPlan> loaded = new ArrayList<>();
        try {
            for (AugmentationPlan plan : plans) {
                loaded.add(new AugmentationPlan(withNoise(plan, known), Optional.empty(), plan.spikes()));
            }
        } catch (DataSetException e) {
            throw new InputException("", e.getMessage());
        }
        return loaded;
    }

    /** The changes of a plan, with the noise of its folder. */
    static Augmentation withNoise(AugmentationPlan plan) throws DataSetException {
        return withNoise(plan, new HashMap<>());
    }

    private static Augmentation withNoise(AugmentationPlan plan, Map<DocumentPath, List<AudioClip>> known)
            throws DataSetException {
        Augmentation changes = plan.changes();
        if (plan.noiseFolder().isEmpty() || !changes.noise().active()) {
            return changes;
        }
        DocumentPath folder = plan.noiseFolder().get();
        if (!known.containsKey(folder)) {
            known.put(folder, clips(folder));
        }
        NoiseMix noise = changes.noise();
        return changes.withNoise(new NoiseMix(
                known.get(folder), noise.lowestRatioDecibels(), noise.highestRatioDecibels(), noise.share()));
    }

    private static List<AudioClip> clips(DocumentPath folder) throws DataSetException {
        List<AudioClip> clips = new ArrayList<>();
        List<SoundFile> sounds = SoundFolders.find(folder.resolved().toString());
        try {
            folder.checkMembers(sounds.stream().map(SoundFile::file).toList());
        } catch (IllegalArgumentException e) {
            throw new DataSetException(folder, e.getMessage(), e);
        }
        SoundReader.read(sounds, (sound, clip) -> clips.add(clip));
        return List.copyOf(clips);
    }

    private List<Sample> recorded(List<Example> examples, Features.Recorded recorded, Runnable done)
            throws InputException {
        List<Sample> samples = new ArrayList<>();
        for (Example example : examples) {
            SampleInput input = example.input().isPresent() ? example.input().get() : spikes(example.file(), recorded);
            samples.add(new Sample(input, classes.indexOf(example.label())));
            done.run();
        }
        return samples;
    }

    private static SampleInput spikes(Path file, Features.Recorded recorded) throws InputException {
        TickTimes times = new TickTimes(new Clock(recorded.stepSeconds()));
        try {
            SpikeBinning binning = recorded.binning();
            return binning.input(
                    SpikeLists.read(file, binning.channels(), MOST_SPIKES, binning.steps(), times::nearestTick));
        } catch (TableException e) {
            throw refusal(file.toString(), e.getMessage());
        }
    }

    private static InputException refusal(String place, String message) {
        return new InputException(place, message);
    }
}
