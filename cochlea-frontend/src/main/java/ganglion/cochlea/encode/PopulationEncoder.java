package ganglion.cochlea.encode;

import static ganglion.documents.key.Types.integer;

import ganglion.cochlea.encode.SpikeEncoder.SpikeSink;
import ganglion.cochlea.operation.OperationCounts;
import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByKey.Kind;
import ganglion.documents.key.Shape;
import java.util.Arrays;

/**
 * Population coding: each band has several neurons, neuron {@code band neuronsPerBand + j} preferring drive
 * j / (neuronsPerBand - 1), with Gaussian tuning curves as wide as their spacing. The rate of a neuron, 1 spike per frame
 * at its preferred drive, is accumulated until it makes a spike. The mean of the preferred drives, weighted by spike
 * counts, decodes the drive.
 *
 * @param neuronsPerBand 2 to 1024
 */
public record PopulationEncoder(int neuronsPerBand) implements SpikeEncoder {

    private static final int MOST_NEURONS_PER_BAND = 1024;

    private static final Key<Integer> NEURONS = Key.of(
                    "neurons-per-band", integer().from(2).to(MOST_NEURONS_PER_BAND))
            .titled("a number from 2 to " + MOST_NEURONS_PER_BAND)
            .says("Number of neurons of each band.")
            .required()
            .example(5);

    /** Its word and its keys in documents. */
    static final Kind<PopulationEncoder> KIND = new Kind<>(
            Key.of("population", Shape.ofRecord("parameters of population coding", PopulationEncoder.class, NEURONS))
                    .says(
                            "Codes the drive of a band by which of its neurons fire: each prefers a drive between 0 and 1, evenly"
                                    + " spaced; the neurons of band b start at b times their number.")
                    .exampleText("{neurons-per-band: 5}"),
            PopulationEncoder.class);

    /** @throws IllegalArgumentException if the number is out of its range */
    public PopulationEncoder {
        if (neuronsPerBand < 2 || neuronsPerBand > MOST_NEURONS_PER_BAND) {
            throw new IllegalArgumentException("population coding takes 2 to " + MOST_NEURONS_PER_BAND
                    + " neurons per band, not " + neuronsPerBand);
        }
    }

    @Override
    public int neurons(int bands) {
        return Math.multiplyExact(bands, neuronsPerBand);
    }

    @Override
    public OperationCounts operationsPerFrame(int bands) {
        return OperationCounts.NONE
                .andMultiplyAdds(4)
                .andComparisons(3)
                .andExponentials(1)
                .times(neurons(bands));
    }

    @Override
    public Encoding start(int bands) {
        double[] sums = new double[neurons(bands)];
        // Neurons start half way to a spike, so that they fire in the middle of their first interval and do not lag the
        // drive.
        Arrays.fill(sums, 0.5);
        return new Tuned(neuronsPerBand, sums);
    }

    /** Spikes per frame of a neuron that prefers drive j / (neurons - 1). */
    private static double rate(double drive, int j, int neurons) {
        double distance = Math.max(0, Math.min(1, drive)) * (neurons - 1) - j;
        return Math.exp(-distance * distance / 2);
    }

    /** @param sums accumulated rate of each neuron since its last spike */
    private record Tuned(int neuronsPerBand, double[] sums) implements Encoding {

        @Override
        public void encode(double[] values, int offset, long tick, SpikeSink spikes) {
            for (int neuron = 0; neuron < sums.length; neuron++) {
                double drive = values[offset + neuron / neuronsPerBand];
                sums[neuron] += rate(drive, neuron % neuronsPerBand, neuronsPerBand);
                if (sums[neuron] >= 1) {
                    sums[neuron] -= 1;
                    spikes.spike(tick, neuron);
                }
            }
        }
    }
}
