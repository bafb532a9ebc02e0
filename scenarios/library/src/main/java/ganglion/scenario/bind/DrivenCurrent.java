package ganglion.scenario.bind;

import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.InputCurrent;
import ganglion.scenario.HeardInput;
import ganglion.scenario.Segment;
import java.util.Arrays;
import java.util.List;

/**
 * What the bands of an ear drive into a population without spikes in between: at each tick the drive of every band times the
 * weights of its synapses, a delay later. Bands are summed in ascending order.
 */
final class DrivenCurrent implements InputCurrent {

    private final List<Segment> segments;
    private final Synapses weights;
    private final int delayTicks;

    /** @param weights from the bands to the population, all of one delay */
    DrivenCurrent(HeardInput heard, Synapses weights) {
        this.segments = heard.segments();
        this.weights = weights;
        this.delayTicks = weights.smallestDelayTicks();
    }

    /** The first segment that ends after a tick of the ear; the number of segments if there is none. */
    private int segmentAt(long earTick) {
        int low = 0;
        int high = segments.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (segments.get(middle).untilTick() <= earTick) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public long nextTick(long tick) {
        int index = segmentAt(tick - delayTicks);
        return index == segments.size()
                ? Long.MAX_VALUE
                : Math.max(tick, segments.get(index).fromTick() + delayTicks);
    }

    @Override
    public void addTo(long tick, int first, int size, double[] input, int positive, int negative) {
        Segment segment = segments.get(segmentAt(tick - delayTicks));
        double[] drives = segment.hearing().drive().frame((int) (tick - delayTicks - segment.fromTick()));
        for (int band = 0; band < drives.length; band++) {
            for (int i = 0; drives[band] != 0 && i < weights.outDegree(band); i++) {
                int neuron = weights.target(band, i) - first;
                if (neuron >= 0 && neuron < size) {
                    double current = drives[band] * weights.weight(band, i);
                    input[(current < 0 ? negative : positive) + neuron] += current;
                }
            }
        }
    }

    /** What a checkpoint is told apart by. */
    @Override
    public String toString() {
        long sum = delayTicks;
        for (Segment segment : segments) {
            sum = 31 * sum + segment.fromTick();
            for (int frame = 0; frame < segment.untilTick() - segment.fromTick(); frame++) {
                sum = 31 * sum + Arrays.hashCode(segment.hearing().drive().frame(frame));
            }
        }
        for (int band = 0; band < weights.sourceSize(); band++) {
            for (int i = 0; i < weights.outDegree(band); i++) {
                sum = 31 * sum + Double.hashCode(weights.weight(band, i)) + weights.target(band, i);
            }
        }
        return "DrivenCurrent[" + Long.toHexString(sum) + "]";
    }
}
