package ganglion.learning.eventprop.grid;

import ganglion.kernel.event.SpikeRaster;
import ganglion.learning.eventprop.TimedSpikes;

/**
 * How the spikes of a layer in continuous time agree with those on a grid of ticks.
 *
 * @param agreed spikes of which the other side has one of the same neuron close by, each counted for one
 * @param onlyInTime spikes in continuous time without such a one
 * @param onlyOnGrid spikes on the grid without such a one
 */
public record GridAgreement(long agreed, long onlyInTime, long onlyOnGrid) {

    /**
     * Compares spikes.
     *
     * @param duration steps up to which both are looked at
     * @param tolerance steps by which a pair may differ
     */
    public static GridAgreement of(
            TimedSpikes inTime, SpikeRaster onGrid, int ticksPerStep, double duration, double tolerance) {
        boolean[] taken = new boolean[onGrid.size()];
        long agreed = 0;
        int from = 0;
        for (int k = 0; k < inTime.size(); k++) {
            double time = inTime.time(k);
            while (from < taken.length && (double) onGrid.tick(from) / ticksPerStep < time - tolerance) {
                from++;
            }
            for (int i = from; i < taken.length && (double) onGrid.tick(i) / ticksPerStep <= time + tolerance; i++) {
                if (!taken[i] && onGrid.neuron(i) == inTime.neuron(k)) {
                    taken[i] = true;
                    agreed++;
                    break;
                }
            }
        }
        long others = 0;
        for (int i = 0; i < taken.length; i++) {
            others += !taken[i] && (double) onGrid.tick(i) / ticksPerStep <= duration ? 1 : 0;
        }
        return new GridAgreement(agreed, inTime.size() - agreed, others);
    }

    /** Both together. */
    public GridAgreement plus(GridAgreement other) {
        return new GridAgreement(agreed + other.agreed, onlyInTime + other.onlyInTime, onlyOnGrid + other.onlyOnGrid);
    }
}
