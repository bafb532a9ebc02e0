package ganglion.scenario.explore.trial;

import ganglion.documents.InputException;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.data.Catalogue;
import ganglion.scenario.experiment.data.Example;
import ganglion.scenario.experiment.data.ExampleInputs;
import ganglion.scenario.experiment.data.Examples;
import ganglion.scenario.experiment.data.ExperimentSamples;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Samples in memory, which many networks learn from: reading and hearing them takes longer than many a training. The ones that were used longest
 * ago make room for others. Safe to use from several threads: what one reads the others wait for.
 */
public final class SampleCache {

    private static final double SAMPLE_RATE = 16_000;
    private static final double DENSITY = 0.1;
    private static final int BYTES_OF_SPIKE = 16;

    /** Share of the memory that is for sounds, before any front end hears them. */
    private static final double SHARE_OF_SOUNDS = 0.25;

    private final long mostBytes;
    private final KeptSounds sounds;
    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

    /** @param mostBytes for all sounds and samples; those in use may take more */
    public SampleCache(long mostBytes) {
        this.sounds = new KeptSounds((long) (SHARE_OF_SOUNDS * mostBytes));
        this.mostBytes = mostBytes - (long) (SHARE_OF_SOUNDS * mostBytes);
    }

    /** Samples that are there or being read. */
    private record Kept(FutureTask<ExperimentSamples> samples, long bytes) {}

    /** The test set of an experiment. */
    public record TestSet(List<Example> examples, Examples samples) {}

    /**
     * The samples that the search may see.
     *
     * @throws InputException if they cannot be read
     */
    public ExperimentSamples unseen(Variant variant) throws InputException {
        Classification experiment = variant.unseen();
        return get(
                variant.samplesKey(),
                experiment,
                () -> ExperimentSamples.read(experiment, new TrainingProgress() {}, sounds));
    }

    /**
     * The same with the test set.
     *
     * @throws InputException if they cannot be read
     */
    public ExperimentSamples all(Variant variant) throws InputException {
        ExperimentSamples unseen = unseen(variant);
        Classification experiment = variant.experiment();
        if (experiment.data().test().isEmpty()) {
            return unseen;
        }
        return get("test " + variant.samplesKey(), experiment, () -> {
            List<Example> examples = Catalogue.of(
                    experiment.data().test().get(),
                    experiment.features(),
                    experiment.head().seed());
            Examples samples = new ExampleInputs(experiment.features(), unseen.classes(), sounds)
                    .read(examples, AugmentationPlan.NONE);
            return new ExperimentSamples(
                    unseen.classes(), unseen.training(), unseen.validation(), samples, examples, List.of());
        });
    }

    /** Reads samples. */
    private interface Reading {

        ExperimentSamples read() throws InputException;
    }

    private ExperimentSamples get(String key, Classification experiment, Reading reading) throws InputException {
        Kept found;
        synchronized (kept) {
            found = kept.get(key);
            if (found == null) {
                found = new Kept(new FutureTask<>(reading::read), bytes(experiment));
                kept.put(key, found);
                makeRoom(key);
            }
        }
        found.samples().run(); // only the first call does anything
        try {
            return found.samples().get();
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

    private void makeRoom(String newest) {
        long all = kept.values().stream().mapToLong(Kept::bytes).sum();
        Iterator<Map.Entry<String, Kept>> oldest = kept.entrySet().iterator();
        while (all > mostBytes && oldest.hasNext()) {
            Map.Entry<String, Kept> each = oldest.next();
            if (!each.getKey().equals(newest)) {
                all -= each.getValue().bytes();
                oldest.remove();
            }
        }
    }

    /**
     * What the samples of an experiment take, roughly: the numbers or spikes that they are, and the sounds where these are changed from epoch to
     * epoch. The number of samples is not known before they are read; it is taken as a thousand.
     */
    static long bytes(Classification experiment) {
        double values =
                (double) experiment.features().steps() * experiment.features().inputs();
        double each = experiment.features().areSpikes() ? values * DENSITY * BYTES_OF_SPIKE : values * Float.BYTES;
        double seconds = experiment.features().steps() * experiment.features().stepSeconds();
        double sound =
                experiment.augmentation().active() && experiment.features().fromSound()
                        ? seconds * SAMPLE_RATE * Float.BYTES
                        : 0;
        return (long) (1000 * (each + sound));
    }
}
