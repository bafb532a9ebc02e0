package ganglion.cochlea.encode;

import static ganglion.documents.key.Types.intTicks;
import static ganglion.documents.key.Types.number;

import ganglion.cochlea.encode.SpikeEncoder.SpikeSink;
import ganglion.cochlea.operation.OperationCounts;
import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByKey.Kind;
import ganglion.documents.key.Shape;

/**
 * Time to first spike: time is divided into windows, the drive in the first frame of a window is held, and the neuron of
 * the band fires once in the window: at drive 1 (or more) in its first frame, at drive 0 in its last one, linearly in
 * between. Drives below the threshold stay silent. One spike carries log2(windowFrames) bits.
 *
 * @param windowFrames frames of a window, 2 to 2^20
 * @param threshold lowest drive that gives a spike, 0 to 1
 */
public record FirstSpikeEncoder(int windowFrames, double threshold) implements SpikeEncoder {

    private static final int LONGEST_WINDOW = 1 << 20;

    private static final Key<Integer> WINDOW = Key.of("window", intTicks())
            .says("Length of a window: 2 to " + LONGEST_WINDOW + " ticks.")
            .required()
            .example("64 ms");
    private static final Key<Double> THRESHOLD = Key.of(
                    "threshold", number().from(0).to(1))
            .says("Lowest drive that makes a spike.")
            .byDefault(0.0)
            .example(0.05);

    /** Its word and its keys in documents. */
    static final Kind<FirstSpikeEncoder> KIND = new Kind<>(
            Key.of(
                            "first-spike",
                            Shape.ofRecord(
                                    "parameters of time to first spike", FirstSpikeEncoder.class, WINDOW, THRESHOLD))
                    .says(
                            "Cuts time into windows; the neuron of a band fires once in each window, the earlier the stronger the"
                                    + " drive of the band at its start.")
                    .exampleText("{window: 64 ms, threshold: 0.05}"),
            FirstSpikeEncoder.class);

    /** @throws IllegalArgumentException if a number is out of its range */
    public FirstSpikeEncoder {
        if (windowFrames < 2 || windowFrames > LONGEST_WINDOW) {
            throw new IllegalArgumentException(
                    "a window for first spikes has 2 to " + LONGEST_WINDOW + " frames, not " + windowFrames);
        }
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("the threshold of first spikes is 0 to 1, not " + threshold);
        }
    }

    /** In every frame a comparison for each band; in the first one of a window its latency. */
    @Override
    public OperationCounts operationsPerFrame(int bands) {
        long latencyShare = (2L * bands + windowFrames - 1) / windowFrames;
        return OperationCounts.NONE.andComparisons(bands + latencyShare).andMultiplyAdds(latencyShare);
    }

    @Override
    public Encoding start(int bands) {
        return new Waiting(this, bands);
    }

    /** The windows of all bands, which begin at the same time. */
    private static final class Waiting implements Encoding {

        private final FirstSpikeEncoder parameters;
        /** Frame of the current window in which each neuron fires, or -1. */
        private final int[] latencies;

        Waiting(FirstSpikeEncoder parameters, int bands) {
            this.parameters = parameters;
            this.latencies = new int[bands];
        }

        /** Frame of the window in which a drive makes its neuron fire, or -1 for never. */
        private int latency(double drive) {
            return drive < parameters.threshold
                    ? -1
                    : (int) Math.round((1 - Math.min(1, drive)) * (parameters.windowFrames - 1));
        }

        @Override
        public void encode(double[] values, int offset, long tick, SpikeSink spikes) {
            int frame = (int) (tick % parameters.windowFrames);
            for (int band = 0; band < latencies.length; band++) {
                if (frame == 0) {
                    latencies[band] = latency(values[offset + band]);
                }
                if (latencies[band] == frame) {
                    spikes.spike(tick, band);
                }
            }
        }
    }
}
