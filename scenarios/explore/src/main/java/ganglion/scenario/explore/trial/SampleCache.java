package ganglion.scenario.explore.trial;

import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.input.AudioFiles;
import ganglion.documents.InputException;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.data.Catalogue;
import ganglion.scenario.experiment.data.Example;
import ganglion.scenario.experiment.data.ExampleInputs;
import ganglion.scenario.experiment.data.Examples;
import ganglion.scenario.experiment.data.ExperimentSamples;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Samples and sounds in memory, which many networks learn from: reading and hearing them takes longer than many a training. Java takes them away where
 * memory is short, and they are read again. Safe to use from several threads: what one reads the others wait for.
 */
public final class SampleCache {

    private final Map<String, SoftReference<FutureTask<ExperimentSamples>>> unseen = new ConcurrentHashMap<>();
    private final Map<String, SoftReference<FutureTask<ExperimentSamples>>> all = new ConcurrentHashMap<>();
    private final Map<Path, SoftReference<AudioClip>> sounds = new ConcurrentHashMap<>();

    /**
     * The samples that the search may see.
     *
     * @throws InputException if they cannot be read
     */
    public ExperimentSamples unseen(Variant variant) throws InputException {
        return result(kept(
                unseen,
                variant,
                () -> ExperimentSamples.read(variant.unseen(), new TrainingProgress() {}, this::decoded)));
    }

    /**
     * The same with the test set.
     *
     * @throws InputException if they cannot be read
     */
    public ExperimentSamples all(Variant variant) throws InputException {
        return result(kept(all, variant, () -> withTest(variant.experiment(), unseen(variant))));
    }

    private static FutureTask<ExperimentSamples> kept(
            Map<String, SoftReference<FutureTask<ExperimentSamples>>> where,
            Variant variant,
            Callable<ExperimentSamples> reading) {
        return kept(where, variant.samplesKey(), () -> new FutureTask<>(reading));
    }

    private static <K, V> V kept(Map<K, SoftReference<V>> where, K key, Supplier<V> made) {
        List<V> strong = new ArrayList<>(1);
        where.compute(key, (any, known) -> {
            V value = known == null ? null : known.get();
            strong.add(value == null ? made.get() : value);
            return value == null ? new SoftReference<>(strong.get(0)) : known;
        });
        return strong.get(0);
    }

    private AudioClip decoded(Path file) throws AudioFormatException {
        AudioClip known =
                Optional.ofNullable(sounds.get(file)).map(SoftReference::get).orElse(null);
        if (known != null) {
            return known;
        }
        AudioClip clip = AudioFiles.read(file);
        sounds.put(file, new SoftReference<>(clip));
        return clip;
    }

    private ExperimentSamples withTest(Classification experiment, ExperimentSamples unseen) throws InputException {
        if (experiment.data().test().isEmpty()) {
            return unseen;
        }
        List<Example> examples = Catalogue.of(
                experiment.data().test().get(),
                experiment.features(),
                experiment.head().seed());
        Examples samples = new ExampleInputs(experiment.features(), unseen.classes(), this::decoded)
                .read(examples, AugmentationPlan.NONE);
        return new ExperimentSamples(
                unseen.classes(), unseen.training(), unseen.validation(), samples, examples, List.of());
    }

    private static ExperimentSamples result(FutureTask<ExperimentSamples> reading) throws InputException {
        reading.run(); // only the first call does anything
        try {
            return reading.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InputException refusal) {
                throw refusal;
            }
            throw new IllegalStateException("samples could not be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while samples were read", e);
        }
    }
}
