package ganglion.learning.delay;

/**
 * The steps that a spike's effect is spread over by a delay, and the share of each, for one width. Holds one delay at a time, so that
 * a loop over synapses allocates nothing. Not thread safe.
 */
public final class DelaySpread {

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
