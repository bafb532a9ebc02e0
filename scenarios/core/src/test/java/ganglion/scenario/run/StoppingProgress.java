package ganglion.scenario.run;

import ganglion.scenario.result.RunProgress;

/** Stops a run once it has simulated a share of its ticks. */
public final class StoppingProgress implements RunProgress {

    private final double share;
    private volatile boolean reached;

    /** @param share of the ticks, from 0 to 1 */
    public StoppingProgress(double share) {
        this.share = share;
    }

    @Override
    public void advanced(String phase, double fraction) {
        reached |= phase.equals("simulating") && fraction >= share;
    }

    @Override
    public boolean stopRequested() {
        return reached;
    }
}
