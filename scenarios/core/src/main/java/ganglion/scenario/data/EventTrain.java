package ganglion.scenario.data;

import ganglion.documents.table.TableException;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.time.Clock;

/**
 * Spikes as a file lists them: a time and a neuron each, in any order.
 *
 * @param seconds times of the spikes
 * @param neurons their neurons, from 0
 */
public record EventTrain(double[] seconds, int[] neurons) {

    private static final double MOST_TICKS = 1e15;

    /** @throws IllegalArgumentException if there are not as many times as neurons */
    public EventTrain {
        if (seconds.length != neurons.length) {
            throw new IllegalArgumentException("found " + seconds.length + " times and " + neurons.length + " neurons");
        }
    }

    /** Number of spikes. */
    public int size() {
        return seconds.length;
    }

    /**
     * The spikes at the ticks nearest to their times. Spikes of a neuron within one tick are merged.
     *
     * @param size number of neurons
     * @throws TableException if a time or a neuron is out of range
     */
    public SpikeRaster toRaster(int size, Clock clock) throws TableException {
        for (int i = 0; i < seconds.length; i++) {
            double ticks = seconds[i] / clock.tickSeconds();
            if (!(ticks >= 0 && ticks <= MOST_TICKS)) {
                throw new TableException("spike " + i + ": found the time " + seconds[i] + " s, expected 0 s or more");
            }
            if (neurons[i] < 0 || neurons[i] >= size) {
                throw new TableException(
                        "spike " + i + ": found neuron " + neurons[i] + ", expected 0 to " + (size - 1));
            }
        }
        SpikeRaster.Builder spikes = SpikeRaster.builder(size);
        for (int i = 0; i < seconds.length; i++) {
            spikes.add(clock.nearestTick(seconds[i]), neurons[i]);
        }
        return spikes.buildMerged();
    }

    /** Looks whether times that count as seconds may be milliseconds, which would make a run a thousand times as long. */
    static final class SecondsCheck {

        private static final long MOST_TICKS = 100_000;

        /** A second is long in ticks of a microsecond, but is likely to be meant. */
        private static final double MOST_SECONDS = 100;

        private boolean whole = true;
        private double last;
        private long lastTick;

        /** A time; one that has a unit is not a number. */
        void add(double seconds, long tick) {
            whole &= seconds == Math.rint(seconds);
            last = Math.max(last, seconds);
            lastTick = Math.max(lastTick, tick);
        }

        /**
         * Asks what times are meant that are whole numbers and last for very long, and very many ticks.
         *
         * @param instead what leaves no doubt
         * @throws TableException if they are such
         */
        void refuse(String instead) throws TableException {
            if (whole && last > MOST_SECONDS && lastTick > MOST_TICKS) {
                throw new TableException("found times up to " + (long) last
                        + " s, in whole numbers; are they milliseconds? Then give " + instead);
            }
        }
    }
}
