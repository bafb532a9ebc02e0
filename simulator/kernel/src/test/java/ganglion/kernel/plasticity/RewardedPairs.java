package ganglion.kernel.plasticity;

import java.util.Optional;

/**
 * Pair STDP whose changes wait in each synapse, where they fade, for a spike of the third factor.
 *
 * @param reward name of the population that is the third factor
 */
public record RewardedPairs(String reward) implements SynapseRule {

    @Override
    public double[] ownAtRest() {
        return new double[] {0, -1e9};
    }

    @Override
    public Optional<String> modulator() {
        return Optional.of(reward);
    }

    @Override
    public SynapseChanges changes() {
        return new Changes();
    }

    private static double left(double ticks) {
        return StrictMath.exp(-ticks / 20);
    }

    private static final class Changes implements SynapseChanges {

        @Override
        public double[] sourceAtRest() {
            return new double[1];
        }

        @Override
        public double[] targetAtRest() {
            return new double[1];
        }

        @Override
        public boolean followsTargets() {
            return true;
        }

        @Override
        public void fireSource(double[] variables, int at, long elapsed) {
            variables[at] = variables[at] * left(elapsed) + 1;
        }

        @Override
        public void passTarget(double[] variables, int at, long elapsed) {
            variables[at] = (variables[at] + 1) * left(elapsed);
        }

        @Override
        public void takeTargets(
                double[] row,
                int[] which,
                int[] spikes,
                int count,
                long[] ticks,
                double[] before,
                double[] source,
                int at,
                long sourceTick) {
            for (int i = count - 1; i >= 0; i--) {
                long tick = ticks[spikes[i]];
                change(row, which[i], tick, 0.05 * source[at] * left(tick - sourceTick));
            }
        }

        @Override
        public void takeSource(
                double[] row,
                int[] latest,
                int count,
                long tick,
                long[] ticks,
                double[] before,
                double[] source,
                int at,
                long elapsed,
                double[] effects) {
            for (int i = 0; i < count; i++) {
                long since = tick - ticks[latest[i]];
                change(row, i, tick, -0.05 * (before[latest[i]] + Math.min(since, 1)) * left(since));
                effects[i] = row[3 * i];
            }
        }

        @Override
        public void takeThird(
                double[] row,
                int[] latest,
                int count,
                long tick,
                long[] ticks,
                double[] before,
                double[] source,
                int at,
                long elapsed) {
            for (int i = 0; i < count; i++) {
                change(row, i, tick, 0);
                row[3 * i] = Math.min(Math.max(row[3 * i] + row[3 * i + 1], 0), 3);
            }
        }

        /** Takes what a synapse has of its own to a tick, and adds to it. */
        private static void change(double[] row, int synapse, long tick, double by) {
            int own = 3 * synapse + 1;
            row[own] = row[own] * left(tick - row[own + 1]) + by;
            row[own + 1] = tick;
        }
    }
}
