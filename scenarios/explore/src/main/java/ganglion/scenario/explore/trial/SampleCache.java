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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Samples and sounds in memory, which many networks learn from: reading and hearing them takes longer than many a training. Java takes them away where
 * memory is short, and they are read again. Safe to use from several threads: what one reads the others wait for.
 */
public final class SampleCache {

    private final Map<String, SoftReference<FutureTask<ExperimentSamples>>> samples = new HashMap<>();
    private final Map<Path, SoftReference<AudioClip>> sounds = new ConcurrentHashMap<>();

    /**
     * The samples that the search may see.
     *
     * @throws InputException if they cannot be read
     */
    public ExperimentSamples unseen(Variant variant) throws InputException {
        return shared(
                "unseen " + variant.samplesKey(),
                () -> ExperimentSamples.read(variant.unseen(), new TrainingProgress() {}, this::decoded));
    }

    /**
     * The same with the test set.
     *
     * @throws InputException if they cannot be read
     */
    public ExperimentSamples all(Variant variant) throws InputException {
        return shared("all " + variant.samplesKey(), () -> withTest(variant.experiment(), unseen(variant)));
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
        List<Example> examples = Catalogue.of(
                experiment.data().test().orElseThrow(),
                experiment.features(),
                experiment.head().seed());
        Examples samples = new ExampleInputs(experiment.features(), unseen.classes(), this::decoded)
                .read(examples, AugmentationPlan.NONE);
        return new ExperimentSamples(unseen.classes(), unseen.training(), unseen.validation(), samples, examples);
    }

    private ExperimentSamples shared(String key, Callable<ExperimentSamples> reading) throws InputException {
        FutureTask<ExperimentSamples> task = new FutureTask<>(reading);
        synchronized (samples) {
            FutureTask<ExperimentSamples> known = Optional.ofNullable(samples.get(key))
                    .map(SoftReference::get)
                    .orElse(null);
            if (known == null) {
                samples.put(key, new SoftReference<>(task));
            } else {
                task = known;
            }
        }
        task.run(); // only the first call does anything
        try {
            return task.get();
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
