package ganglion.cochlea.encode;

import static ganglion.documents.key.Types.intTicks;
import static ganglion.documents.key.Types.number;

import ganglion.cochlea.encode.SpikeEncoder.SpikeSink;
import ganglion.cochlea.operation.OperationCounts;
import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByKey.Kind;
import ganglion.documents.key.Shape;
import java.util.Arrays;

/**
 * Fires at the peaks of each band's drive, as fibres of the auditory nerve fire at a fixed phase of a tone. For the hair
 * cells of the gammatone bank and a hop far shorter than the period of the tone; with slow drives it marks the loudest
 * frame of each sound. A peak is known one frame later, and the neuron fires then.
 *
 * @param threshold lowest drive of a peak that counts, at least 0
 * @param refractoryFrames frames after a spike in which the neuron cannot fire, at least 0
 */
public record PhaseLockedEncoder(double threshold, int refractoryFrames) implements SpikeEncoder {

    private static final Key<Double> THRESHOLD = Key.of("threshold", number().from(0))
            .says("Lowest drive of a peak that counts.")
            .byDefault(0.0)
            .example(0.05);
    private static final Key<Integer> REFRACTORY = Key.of("refractory", intTicks())
            .says("Time after a spike in which the neuron cannot fire.")
            .byDefault(0)
            .example("1 ms");

    /** Its word and its keys in documents. */
    static final Kind<PhaseLockedEncoder> KIND = new Kind<>(
            Key.of(
                            "phase-locked",
                            Shape.ofRecord(
                                    "parameters of phase locking", PhaseLockedEncoder.class, THRESHOLD, REFRACTORY))
                    .says("Fires on the peaks of each band's drive, one tick after them; made for hair-cells filters"
                            + " and a hop well below the period of the tones.")
                    .exampleText("{threshold: 0.05}"),
            PhaseLockedEncoder.class);

    /** @throws IllegalArgumentException if a number is negative */
    public PhaseLockedEncoder {
        if (!(threshold >= 0 && threshold < Double.POSITIVE_INFINITY) || refractoryFrames < 0) {
            throw new IllegalArgumentException("threshold and refractory frames of phase locking are at least 0, not "
                    + threshold + " and " + refractoryFrames);
        }
    }

    /** A fall and a rise or a plateau since the frame before, the threshold, and the time of the next spike. */
    @Override
    public OperationCounts operationsPerFrame(int bands) {
        return OperationCounts.NONE.andComparisons(5).times(bands);
    }

    @Override
    public Encoding start(int bands) {
        return new Peaks(bands);
    }

    /** Detects peaks from the previous frame and whether the drive rose to it. */
    private final class Peaks implements Encoding {

        private final double[] before;
        private final boolean[] rising;
        private final long[] readyTicks;

        Peaks(int bands) {
            this.before = new double[bands];
            this.rising = new boolean[bands];
            this.readyTicks = new long[bands];
            Arrays.fill(readyTicks, Long.MIN_VALUE);
        }

        @Override
        public void encode(double[] values, int offset, long tick, SpikeSink spikes) {
            for (int band = 0; band < before.length; band++) {
                double drive = values[offset + band];
                boolean peak = rising[band] && drive < before[band] && before[band] >= threshold;
                if (peak && tick >= readyTicks[band]) {
                    spikes.spike(tick, band);
                    readyTicks[band] = tick + 1 + refractoryFrames;
                }
                // On a plateau, the direction that led to it stays.
                rising[band] = drive > before[band] || drive == before[band] && rising[band];
                before[band] = drive;
            }
        }
    }
}
