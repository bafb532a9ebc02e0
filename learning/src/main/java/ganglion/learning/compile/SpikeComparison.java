package ganglion.learning.compile;

import ganglion.kernel.event.SpikeRaster;
import java.util.ArrayList;
import java.util.List;

/** Compares spikes of populations with those that are expected, sample after sample. Not thread safe. */
public final class SpikeComparison {

    private static final int KEPT_DIFFERENCES = 100;

    private final List<Verification.Difference> differences = new ArrayList<>();
    private long differenceCount;
    private long spikes;

    /**
     * Compares one population for one sample.
     *
     * @param delayTicks by how much later than the step of the model both rasters are
     * @param ticks up to which the population is looked at
     */
    public void compare(
            int sample, String population, SpikeRaster expected, SpikeRaster actual, long delayTicks, long ticks) {
        spikes += expected.size();
        int stop = actual.firstIndexAt(ticks);
        int next = 0;
        for (int k = 0; k < expected.size(); k++) {
            while (next < stop && order(actual, next, expected, k) < 0) {
                differ(sample, population, actual, next++, delayTicks, false);
            }
            if (next < stop && order(actual, next, expected, k) == 0) {
                next++;
            } else {
                differ(sample, population, expected, k, delayTicks, true);
            }
        }
        while (next < stop) {
            differ(sample, population, actual, next++, delayTicks, false);
        }
    }

    private static int order(SpikeRaster one, int i, SpikeRaster other, int k) {
        int byTick = Long.compare(one.tick(i), other.tick(k));
        return byTick != 0 ? byTick : Integer.compare(one.neuron(i), other.neuron(k));
    }

    private void differ(
            int sample, String population, SpikeRaster raster, int index, long delayTicks, boolean inModel) {
        differenceCount++;
        if (differences.size() < KEPT_DIFFERENCES) {
            differences.add(new Verification.Difference(
                    sample, population, raster.tick(index) - delayTicks, raster.neuron(index), inModel));
        }
    }

    /**
     * The result.
     *
     * @param samples how many were compared
     */
    public Verification verification(int samples) {
        return new Verification(samples, spikes, differences, differenceCount);
    }
}
