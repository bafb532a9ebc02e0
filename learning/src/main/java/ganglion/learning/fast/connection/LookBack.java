package ganglion.learning.fast.connection;

import ganglion.learning.fast.arithmetic.StepInput;
import java.util.Arrays;

/**
 * Delays, synapses with delays, or windows in front of a stage, in one slice. Takes the input of all steps before it gives any output, as the stages run
 * one after the other, each through all steps. Not thread safe.
 */
public interface LookBack {

    /** Makes the choices of a batch: those of dropout. */
    default void choose(long batchNumber, int firstSample, boolean training) {}

    /** Starts a batch. */
    void begin(int steps, int sampleCount, boolean training);

    /** Takes the input of a step. */
    void take(int step, StepInput input);

    /** Output of a step, one row per sample. */
    float[][] given(int step);

    /** Rows for the gradient with respect to the output of a step. */
    float[][] givenGradients(int step);

    /**
     * Begins to go back, once the gradients with respect to the outputs of all steps are there.
     *
     * @param toInput whether gradients with respect to the input are needed
     */
    default void backwardFromAllSteps(boolean toInput) {}

    /**
     * Goes back through one step, the last one first; adds to the gradients of parameters.
     *
     * @param input as given to {@link #take}
     * @param inputGradient replaced; {@code null} if it is not needed
     */
    void backward(int step, StepInput input, float[][] inputGradient);

    /** What looks back in time, behind stateless connections: those that silence inputs. */
    final class LookBackBehind implements LookBack {

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

    /** The latest steps side by side. Row {@code t * samples + b} is that of sample {@code b} at step {@code t}. */
    final class WindowLine implements LookBack {

        private final int window;
        private final int size;

        private float[][] given = new float[0][];
        private float[][] givenGradients = new float[0][];
        private int rows;
        private int samples;

        /**
         * @param window number of steps
         * @param size number of values of one step
         */
        public WindowLine(int window, int size) {
            this.window = window;
            this.size = size;
        }

        @Override
        public void begin(int steps, int sampleCount, boolean training) {
            samples = sampleCount;
            rows = steps * sampleCount;
            if (given.length < rows) {
                given = new float[rows][window * size];
            }
            if (training && givenGradients.length < rows) {
                givenGradients = new float[rows][window * size];
            }
            for (int r = 0; r < rows; r++) {
                Arrays.fill(given[r], 0);
            }
        }

        @Override
        public void take(int step, StepInput input) {
            float[][] values = input.rows();
            for (int b = 0; b < samples; b++) {
                int row = step * samples + b;
                for (int j = 0; j < window && row + j * samples < rows; j++) {
                    System.arraycopy(values[b], 0, given[row + j * samples], j * size, size);
                }
            }
        }

        @Override
        public float[][] given(int step) {
            return Arrays.copyOfRange(given, step * samples, (step + 1) * samples);
        }

        @Override
        public float[][] givenGradients(int step) {
            return Arrays.copyOfRange(givenGradients, step * samples, (step + 1) * samples);
        }

        @Override
        public void backward(int step, StepInput input, float[][] inputGradient) {
            for (int b = 0; inputGradient != null && b < samples; b++) {
                Arrays.fill(inputGradient[b], 0);
                int row = step * samples + b;
                for (int j = 0; j < window && row + j * samples < rows; j++) {
                    float[] gradient = givenGradients[row + j * samples];
                    for (int i = 0; i < size; i++) {
                        inputGradient[b][i] += gradient[j * size + i];
                    }
                }
            }
        }
    }
}
