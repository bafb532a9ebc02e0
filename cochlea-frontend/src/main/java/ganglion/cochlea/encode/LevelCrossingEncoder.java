package ganglion.cochlea.encode;

/**
 * Sends changes (send-on-delta): each band has an on neuron {@code 2 band}, which fires when the drive has risen by a step
 * since the band's last spike, and an off neuron {@code 2 band + 1} for falls. The receiver's copy of the drive, the sum of
 * the steps, moves one step per frame at most and else stays within one step of the truth. Steady sound costs nothing.
 *
 * @param step above 0, in the unit of the drive
 */
public record LevelCrossingEncoder(double step) implements SpikeEncoder {

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
    public Encoding start(int bands) {
        return new Crossing(step, new long[bands]);
    }

    /** @param levels what has been sent of each band, in steps: integers, so that no error adds up */
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
