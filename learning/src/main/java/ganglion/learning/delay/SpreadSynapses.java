package ganglion.learning.delay;

import ganglion.learning.delay.SynapseDelays.DelaySpread;

/** Over which steps the effect of a spike is spread by each synapse of a layer, in double precision, as of the latest {@link #read}. */
public final class SpreadSynapses {

    private final SynapseDelays delays;
    private final double[] delay;
    private final double[] gradient;
    private final boolean learned;
    private final int[] first;
    private double width;
    private double[][] shares = new double[0][];
    private double[][] slopes = new double[0][];

    /**
     * @param delay live values of the parameter, one per synapse
     * @param gradient of the parameter, to add to
     * @param learned whether training changes the parameter
     */
    public SpreadSynapses(SynapseDelays delays, double[] delay, double[] gradient, boolean learned) {
        this.delays = delays;
        this.delay = delay;
        this.gradient = gradient;
        this.learned = learned;
        this.first = new int[delay.length];
        begin(0);
    }

    /** Takes the width of an epoch; see {@link SynapseDelays#width}. */
    public void begin(double progress) {
        width = delays.width(progress);
    }

    /** Reads the present delays: spread while training changes them, rounded otherwise. */
    public void read(boolean training) {
        boolean spreads = training && learned;
        DelaySpread spread = spreads ? DelaySpread.training(delays, width) : DelaySpread.rounded(delays);
        if (shares.length == 0 || shares[0].length != spread.steps()) {
            shares = new double[delay.length][spread.steps()];
            slopes = new double[delay.length][spread.steps()];
        }
        for (int s = 0; s < delay.length; s++) {
            spread.set(delays.steps(delay[s]));
            first[s] = spread.first();
            double mean = spread.mean();
            for (int j = 0; j < spread.steps(); j++) {
                shares[s][j] = spread.share(j);
                slopes[s][j] = spreads ? spread.slope(j, mean) * delays.stepsPerUnit() : 0;
            }
        }
    }

    /** Number of neighbouring steps of a synapse, the first at {@link #first}. */
    public int steps() {
        return shares[0].length;
    }

    /** The first of these steps. */
    public int first(int synapse) {
        return first[synapse];
    }

    /** Share of the step {@code first + j}. */
    public double share(int synapse, int j) {
        return shares[synapse][j];
    }

    /**
     * Adds to the gradient of a delay.
     *
     * @param j which of the synapse's steps
     * @param ofShare gradient with respect to the share of that step
     */
    public void addGradient(int synapse, int j, double ofShare) {
        gradient[synapse] += slopes[synapse][j] * ofShare;
    }
}
