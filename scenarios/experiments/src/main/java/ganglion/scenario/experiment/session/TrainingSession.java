package ganglion.scenario.experiment.session;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.outcome.TrainingOutcome;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.outcome.TrainingSettings;
import ganglion.scenario.experiment.run.ExperimentRunner;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Trains an experiment once for each of its seeds. A session that resumes takes over the seeds that were finished before, and
 * continues a seed from its checkpoint.
 */
public final class TrainingSession {

    private final TrainingStore store;
    private final int threads;
    private final boolean resume;

    /**
     * @param threads number of threads, at least 1; changes no result
     * @param resume whether to use what the store holds from before
     */
    public TrainingSession(TrainingStore store, int threads, boolean resume) {
        this.store = store;
        this.threads = threads;
        this.resume = resume;
    }

    /**
     * Trains all seeds, or fewer if the progress requests a stop; at least one.
     *
     * @param seeds the experiment, once for each of its seeds
     * @throws InputException if the data, a checkpoint or a stored outcome cannot be used
     * @throws OutputException if a checkpoint or an outcome cannot be written; if a file is in the way of one, before the first
     *     seed is trained
     */
    public SeedOutcomes train(List<Experiment> seeds, TrainingProgress progress)
            throws InputException, OutputException {
        if (seeds.size() == 1) {
            SeedStore files = store.alone();
            files.check();
            return SeedOutcomes.of(List.of(train(seeds.get(0), files, progress)), 1);
        }
        for (Experiment experiment : seeds) {
            store.seed(experiment.head().seed()).check();
        }
        List<TrainingOutcome> each = new ArrayList<>();
        for (Experiment experiment : seeds) {
            if (each.isEmpty() || !progress.stopRequested()) {
                each.add(trainSeed(experiment, progress));
            }
        }
        return SeedOutcomes.of(each, seeds.size());
    }

    private TrainingOutcome trainSeed(Experiment experiment, TrainingProgress progress)
            throws InputException, OutputException {
        SeedStore files = store.seed(experiment.head().seed());
        progress.seedStarted(experiment.head().seed());
        return train(experiment, files, progress);
    }

    private TrainingOutcome train(Experiment experiment, SeedStore files, TrainingProgress progress)
            throws InputException, OutputException {
        TrainingSettings settings = new TrainingSettings(
                threads, Optional.of(files.checkpoint()), resume ? files.resumable() : Optional.empty());
        store.open();
        try {
            return ExperimentRunner.run(experiment, settings, progress);
        } catch (UncheckedIOException e) { // the checkpoint cannot be written
            throw new OutputException(files.checkpoint(), e.getCause());
        }
    }
}
