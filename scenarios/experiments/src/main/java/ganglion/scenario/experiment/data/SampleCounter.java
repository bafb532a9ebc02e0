package ganglion.scenario.experiment.data;

import ganglion.scenario.experiment.outcome.TrainingProgress;

/** Counts the samples that have been read, and tells a progress of each. */
final class SampleCounter implements Runnable {

    private final TrainingProgress progress;
    private final String phase;
    private final int all;
    private int done;

    /**
     * @param phase what is done with the samples, human-readable
     * @param all number of samples
     */
    SampleCounter(TrainingProgress progress, String phase, int all) {
        this.progress = progress;
        this.phase = phase;
        this.all = all;
    }

    @Override
    public void run() {
        done++;
        progress.advanced(phase, (double) done / all);
        progress.detail(done + " of " + all);
    }
}
