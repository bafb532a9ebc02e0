package ganglion.learning.fast.connection;

import ganglion.learning.fast.arithmetic.StepInput;

/** What looks back in time, behind stateless connections: those that silence inputs. */
public final class LookBackBehind implements LookBack {

    private final ConnectionChain chain;
    private final LookBack lookBack;
    private final float[][] values;
    private final float[][] gradients;
    private final StepInput between;
    private int samples;

    /**
     * @param chain in front
     * @param size number of values between the two
     * @param largestSlice most samples of a slice
     */
    public LookBackBehind(ConnectionChain chain, LookBack lookBack, int size, int largestSlice) {
        this.chain = chain;
        this.lookBack = lookBack;
        this.values = new float[largestSlice][size];
        this.gradients = new float[largestSlice][size];
        this.between = new StepInput(size);
    }

    @Override
    public void choose(long batchNumber, int firstSample, boolean training) {
        chain.begin(batchNumber, firstSample, training);
    }

    @Override
    public void begin(int steps, int sampleCount, boolean training) {
        samples = sampleCount;
        lookBack.begin(steps, sampleCount, training);
    }

    private StepInput through(StepInput input) {
        chain.forward(input, values);
        between.setRows(values, samples);
        return between;
    }

    @Override
    public void take(int step, StepInput input) {
        lookBack.take(step, through(input));
    }

    @Override
    public float[][] given(int step) {
        return lookBack.given(step);
    }

    @Override
    public float[][] givenGradients(int step) {
        return lookBack.givenGradients(step);
    }

    @Override
    public void backwardFromAllSteps(boolean toInput) {
        lookBack.backwardFromAllSteps(toInput);
    }

    @Override
    public void backward(int step, StepInput input, float[][] inputGradient) {
        lookBack.backward(step, through(input), inputGradient == null ? null : gradients);
        if (inputGradient != null) {
            chain.backward(input, gradients, inputGradient);
        }
    }
}
