package ganglion.cochlea.encode;

import static ganglion.documents.key.Types.number;

import ganglion.cochlea.encode.SpikeEncoder.SpikeSink;
import ganglion.cochlea.operation.OperationCounts;
import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByKey.Kind;
import ganglion.documents.key.Shape;

/**
 * Encodes changes (send-on-delta): each band has an on neuron {@code 2 band}, which fires when the drive has risen by a step
 * since the band's last spike, and an off neuron {@code 2 band + 1} for falls. The receiver's copy of the drive, the sum of
 * the steps, moves by at most one step per frame and otherwise stays within one step of the drive. Steady sound gives no
 * spikes.
 *
 * @param step above 0, in the unit of the drive
 */
public record LevelCrossingEncoder(double step) implements SpikeEncoder {

    private static final Key<Double> STEP = Key.of("step", number().above(0))
            .says("Size of a step, in the unit of the drive.")
            .required()
            .example(0.1);

    /** Its word and its keys in documents. */
    static final Kind<LevelCrossingEncoder> KIND = new Kind<>(
            Key.of("level-crossing", Shape.ofRecord("parameters of level crossing", LevelCrossingEncoder.class, STEP))
                    .says(
                            "Sends changes: band b has the neuron 2b, which fires when the drive has risen by a step since the"
                                    + " band's last spike, and the neuron 2b + 1 for falls.")
                    .exampleText("{step: 0.1}"),
            LevelCrossingEncoder.class);

    /** @throws IllegalArgumentException if the step is not a positive, finite number */
    public LevelCrossingEncoder {
        if (!(step > 0 && step < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a step is a positive number, not " + step);
        }
    }

    @Override
    public int neurons(int bands) {
        return 2 * bands;
    }

    @Override
    public OperationCounts operationsPerFrame(int bands) {
        return OperationCounts.NONE
                .andDivisions(1)
                .andMultiplyAdds(2)
                .andComparisons(2)
                .times(bands);
    }

    @Override
    public Encoding start(int bands) {
        return new Crossing(step, new long[bands]);
    }

    /** @param levels steps sent of each band: integers, so that no rounding error accumulates */
    private record Crossing(double step, long[] levels) implements Encoding {

        @Override
        public void encode(double[] values, int offset, long tick, SpikeSink spikes) {
            for (int band = 0; band < levels.length; band++) {
                double steps = values[offset + band] / step;
                if (steps >= levels[band] + 1.0) {
                    levels[band]++;
                    spikes.spike(tick, 2 * band);
                } else if (steps <= levels[band] - 1.0) {
                    levels[band]--;
                    spikes.spike(tick, 2 * band + 1);
                }
            }
        }
    }
}
