package ganglion.learning.delay;

import java.util.SplittableRandom;

/**
 * A learned delay for each synapse. While training, a spike reaches a synapse's target spread over several steps: step
 * {@code k} gets a share in proportion to {@code exp(-(k - delay)^2 / (2 width^2))}, within three widths of the delay and from
 * 0 to {@code longestSteps}; the shares sum up to 1. The width narrows from epoch to epoch, in equal proportions, so that a
 * delay first sees far around it and in the end stands for about one step. Afterwards delays are rounded to whole steps, halves up, as a simulator
 * has them. Delays start uniformly distributed over what is allowed, and training keeps them there.
 *
 * <p>Source: Hammouamri, Khalfaoui-Hassani and Masquelier, "Learning delays in spiking neural networks using dilated
 * convolutions with learnable spacings", ICLR 2024 (arXiv 2306.17670). They sum over all steps, not over three widths.
 *
 * @param longestSteps bound of the delays, 1 to 10,000; 0 for none at all
 * @param stepsPerUnit steps per unit of the parameter, above 0. Optimisers change weights and delays by about the same number of units, so a
 *     delay changes by this many steps where a weight changes by 1
 * @param trainable whether the delays are learned
 * @param firstWidth width in the first epoch, in steps, 0.25 to 10,000
 * @param lastWidth width after the narrowing, in steps, 0.25 up to {@code firstWidth}
 * @param narrowWithin share of the epochs after which the width no longer changes, above 0 and up to 1
 */
public record SynapseDelays(
        int longestSteps,
        double stepsPerUnit,
        boolean trainable,
        double firstWidth,
        double lastWidth,
        double narrowWithin) {

    /** The longest bound. */
    public static final int MOST_STEPS = 10_000;

    /** Three widths on either side then hold at least one step, wherever the delay lies. */
    public static final double SMALLEST_WIDTH = 0.25;

    /** Hammouamri et al. train delays with a hundred times the learning rate of weights. */
    public static final double USUAL_STEPS_PER_UNIT = 100;

    /** The width that Hammouamri et al. end with. */
    public static final double USUAL_LAST_WIDTH = 0.5;

    /** The share of the epochs in which Hammouamri et al. narrow. */
    public static final double USUAL_NARROW_WITHIN = 0.25;

    /** Spikes that reach all targets at once. */
    public static final SynapseDelays NONE = new SynapseDelays(0, 1, false, 1, 1, 1);

    /** @throws IllegalArgumentException if a number is out of range */
    public SynapseDelays {
        if (longestSteps < 0 || longestSteps > MOST_STEPS) {
            throw new IllegalArgumentException(
                    "delays of up to " + longestSteps + " steps, expected a bound from 1 to " + MOST_STEPS);
        }
        if (!(stepsPerUnit > 0 && stepsPerUnit < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "delays in units of " + stepsPerUnit + " steps, expected more than 0 and no infinite number");
        }
        if (!(lastWidth >= SMALLEST_WIDTH && firstWidth >= lastWidth && firstWidth <= MOST_STEPS)) {
            throw new IllegalArgumentException("a width of delays from " + firstWidth + " to " + lastWidth
                    + " steps, expected from " + MOST_STEPS + " or less down to " + SMALLEST_WIDTH + " or more");
        }
        if (!(narrowWithin > 0 && narrowWithin <= 1)) {
            throw new IllegalArgumentException("the width of delays narrows within a share of " + narrowWithin
                    + " of the epochs, expected more than 0 and at most 1");
        }
    }

    /** Learned delays as Hammouamri et al. train them, from a width of half the bound on. */
    public static SynapseDelays learned(int longestSteps) {
        return new SynapseDelays(
                longestSteps,
                USUAL_STEPS_PER_UNIT,
                true,
                usualFirstWidth(longestSteps),
                USUAL_LAST_WIDTH,
                USUAL_NARROW_WITHIN);
    }

    /** The width that Hammouamri et al. begin with, half the bound. */
    public static double usualFirstWidth(int longestSteps) {
        return Math.max(USUAL_LAST_WIDTH, longestSteps / 2.0);
    }

    /** Whether there are any delays. */
    public boolean active() {
        return longestSteps > 0;
    }

    /**
     * Width of the spread in an epoch.
     *
     * @param progress share of the epochs that are done, 0 to 1
     */
    public double width(double progress) {
        double share = Math.min(1, progress / narrowWithin);
        return share < 1 ? firstWidth * StrictMath.pow(lastWidth / firstWidth, share) : lastWidth;
    }

    /** Steps of a parameter value in training. */
    public double steps(double value) {
        return Math.max(0, Math.min(longestSteps, value * stepsPerUnit));
    }

    /** Steps of a parameter value after training. */
    public int wholeSteps(double value) {
        return (int) Math.floor(steps(value) + 0.5);
    }

    /** The largest value of the parameter; the smallest is 0. */
    public double largestValue() {
        return longestSteps / stepsPerUnit;
    }

    /** Fresh values of the parameter, uniformly distributed over what is allowed. */
    public double[] freshValues(int count, SplittableRandom random) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            // Engines compute in single precision: a start that it can represent is the same start for all of them.
            values[i] = Math.min(largestValue(), (float) (random.nextDouble(0, longestSteps) / stepsPerUnit));
        }
        return values;
    }

    /**
     * The steps that a spike's effect is spread over by a delay, and the share of each, for one width. Holds one delay at a time, so that
     * a loop over synapses allocates nothing. Not thread safe.
     */
    public static final class DelaySpread {

        private static final double WIDTHS = 3;

        private final int longest;
        private final double width;
        private final double[] shares;
        private int first;

        private DelaySpread(int longest, double width, int room) {
            this.longest = longest;
            this.width = width;
            this.shares = new double[room];
        }

        /** While training, at a width that {@link SynapseDelays#width} gives. */
        public static DelaySpread training(SynapseDelays delays, double width) {
            int room = (int) Math.min(delays.longestSteps() + 1.0, Math.floor(2 * WIDTHS * width) + 1);
            return new DelaySpread(delays.longestSteps(), width, room);
        }

        /** After training: one whole step. */
        public static DelaySpread rounded(SynapseDelays delays) {
            return new DelaySpread(delays.longestSteps(), 0, 1);
        }

        /** Width in steps; 0 after training. */
        public double width() {
            return width;
        }

        /** Number of neighbouring steps that any delay is spread over, some with a share of 0. */
        public int steps() {
            return shares.length;
        }

        /** Takes a delay of 0 up to the bound, in steps. */
        public void set(double delay) {
            if (width == 0) {
                first = (int) Math.floor(delay + 0.5);
                shares[0] = 1;
                return;
            }
            int low = (int) Math.max(0, Math.ceil(delay - WIDTHS * width));
            int high = (int) Math.min(longest, Math.floor(delay + WIDTHS * width));
            first = Math.min(low, longest + 1 - shares.length);
            fill(low, high, delay);
        }

        /** Neighbouring values of a Gaussian have ratios that change by the same factor from one to the next. */
        private void fill(int low, int high, double delay) {
            double scale = 1 / (2 * width * width);
            double change = StrictMath.exp(-2 * scale);
            double value = StrictMath.exp(-(low - delay) * (low - delay) * scale);
            double ratio = StrictMath.exp(-(2 * (low - delay) + 1) * scale);
            double sum = 0;
            for (int j = 0; j < shares.length; j++) {
                boolean within = first + j >= low && first + j <= high;
                shares[j] = within ? value : 0;
                if (within) {
                    sum += value;
                    value *= ratio;
                    ratio *= change;
                }
            }
            for (int j = 0; j < shares.length; j++) {
                shares[j] /= sum;
            }
        }

        /** The first of the steps; all lie within 0 and the bound. */
        public int first() {
            return first;
        }

        /** Share of the step {@code first() + j}. */
        public double share(int j) {
            return shares[j];
        }

        /** Mean of the steps by their shares, counted from the first. */
        public double mean() {
            double mean = 0;
            for (int j = 0; j < shares.length; j++) {
                mean += j * shares[j];
            }
            return mean;
        }

        /**
         * Derivative of the share of the step {@code first() + j} by the delay, in training.
         *
         * @param mean as {@link #mean()} gives it
         */
        public double slope(int j, double mean) {
            return shares[j] * (j - mean) / (width * width);
        }
    }
}
