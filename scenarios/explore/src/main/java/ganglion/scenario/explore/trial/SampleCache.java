package ganglion.scenario.explore.trial;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.data.Catalogue;
import ganglion.scenario.experiment.data.Example;
import ganglion.scenario.experiment.data.ExampleInputs;
import ganglion.scenario.experiment.data.Examples;
import ganglion.scenario.experiment.data.ExperimentSamples;
import ganglion.scenario.experiment.data.SampleCounts;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Samples in memory, which many networks learn from: reading and hearing them takes longer than many a training. Work on a network enters before it
 * asks for its samples, and waits until there is room for them and for itself. Safe to use from several threads: what one reads the others wait for.
 */
public final class SampleCache {

    private static final double MEGABYTE = 1e6;

    /** Share of what one network leaves that is for sounds, before any front end hears them. */
    private static final double SHARE_OF_SOUNDS = 0.25;

    private final long mostBytes;
    private final long workBytes;
    private final KeptSounds sounds;
    private final MemoryRoom room;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final Map<String, SampleCounts> counts = new ConcurrentHashMap<>();

    /**
     * An empty one.
     *
     * @param mostBytes for all sounds and samples and all work on networks
     * @param workBytes what work on one network takes besides its samples, about
     */
    public SampleCache(long mostBytes, long workBytes) {
        this.mostBytes = mostBytes;
        this.workBytes = workBytes;
        long ofSounds = (long) (SHARE_OF_SOUNDS * Math.max(0, mostBytes - workBytes));
        this.sounds = new KeptSounds(ofSounds);
        this.room = new MemoryRoom(mostBytes - ofSounds, kept::remove);
    }

    /** Samples that are there or being read. */
    private record Kept(FutureTask<ExperimentSamples> unseen, FutureTask<ExperimentSamples> all) {}

    /** The right to use samples, until it is closed. */
    public interface Stay extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * Waits until there is room for work on a variant and for its samples, and reads those that the search may see.
     *
     * @param bytes what the work takes besides the samples
     * @throws InputException if they cannot be read, or there is too little memory even for this work alone
     */
    public Stay enter(Variant variant, long bytes) throws InputException {
        Classification experiment = variant.experiment();
        SampleCounts counted = counts(variant);
        MemoryRoom.Room held = room.enter(variant.samplesKey(), SampleBytes.most(experiment, counted), bytes);
        try {
            held.settle(SampleBytes.of(experiment, counted, unseen(variant)));
            checkRoom(variant, bytes);
            return held;
        } catch (InputException | RuntimeException | Error e) {
            held.close();
            throw e;
        }
    }

    private void checkRoom(Variant variant, long bytes) throws InputException {
        long needed = room.ofOne(variant.samplesKey()) + bytes;
        if (needed > mostBytes - SHARE_OF_SOUNDS * Math.max(0, mostBytes - workBytes)) {
            double expected = workBytes + Math.max(0, needed - workBytes) / (1 - SHARE_OF_SOUNDS);
            throw new InputException(new Problem(
                    "--memory",
                    0,
                    "",
                    String.format(
                            Locale.ROOT,
                            "found %.1f MB, expected at least %.1f MB, because samples of a network take %.1f MB and its training"
                                    + " about %.1f MB",
                            mostBytes / MEGABYTE,
                            Math.ceil(10 * expected / MEGABYTE) / 10,
                            (needed - bytes) / MEGABYTE,
                            bytes / MEGABYTE)));
        }
    }

    /** The same for all variants of the same data. */
    private SampleCounts counts(Variant variant) throws InputException {
        String key = variant.dataKey();
        SampleCounts known = counts.get(key);
        if (known == null) {
            known = SampleCounts.of(variant.experiment());
            counts.put(key, known);
        }
        return known;
    }

    /**
     * The samples that the search may see.
     *
     * @throws InputException if they cannot be read
     */
    public ExperimentSamples unseen(Variant variant) throws InputException {
        return result(kept(variant).unseen());
    }

    /**
     * The same with the test set.
     *
     * @throws InputException if they cannot be read
     */
    public ExperimentSamples all(Variant variant) throws InputException {
        return result(kept(variant).all());
    }

    /**
     * The same for somebody who only wants to know how many and which there are.
     *
     * @throws InputException if they cannot be read
     */
    public ExperimentSamples whole(Variant variant) throws InputException {
        Stay stay = enter(variant, 0);
        try (stay) {
            return all(variant);
        }
    }

    private Kept kept(Variant variant) {
        return kept.computeIfAbsent(variant.samplesKey(), any -> {
            Callable<ExperimentSamples> reading =
                    () -> ExperimentSamples.read(variant.unseen(), new TrainingProgress() {}, sounds);
            FutureTask<ExperimentSamples> unseen = new FutureTask<>(reading);
            return new Kept(unseen, new FutureTask<>(() -> withTest(variant.experiment(), result(unseen))));
        });
    }

    private ExperimentSamples withTest(Classification experiment, ExperimentSamples unseen) throws InputException {
        if (experiment.data().test().isEmpty()) {
            return unseen;
        }
        List<Example> examples =
                Catalogue.of(
                                experiment.data().test().get(),
                                experiment.features(),
                                experiment.head().seed())
                        .stream()
                        .map(example -> example.merged(experiment.data().merged()))
                        .toList();
        Examples samples = new ExampleInputs(experiment.features(), unseen.classes(), sounds)
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
