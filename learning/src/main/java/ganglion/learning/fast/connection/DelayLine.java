package ganglion.learning.fast.connection;

import ganglion.learning.fast.arithmetic.FloatParameter;
import ganglion.learning.fast.arithmetic.SliceGradients;
import ganglion.learning.fast.arithmetic.SpikeRows;
import ganglion.learning.fast.arithmetic.StepInput;
import ganglion.learning.model.Delay;
import java.util.Arrays;

/** Learned delays. Row {@code t * samples + b} is that of sample {@code b} at step {@code t}. */
public final class DelayLine implements LookBack {

    private final Delay layer;
    private final FloatParameter delay;
    private final SliceGradients gradients;
    private final int size;
    private final int[] whole;
    private final float[] fraction;

    private float[][] delayed = new float[0][];
    private float[][] delayedGradients = new float[0][];
    private int rows;
    private int samples;

    /** @param delay one value per input */
    public DelayLine(Delay layer, FloatParameter delay, SliceGradients gradients) {
        this.layer = layer;
        this.delay = delay;
        this.gradients = gradients;
        this.size = delay.rows()[0].length;
        this.whole = new int[size];
        this.fraction = new float[size];
    }

    @Override
    public void begin(int steps, int sampleCount, boolean training) {
        samples = sampleCount;
        rows = steps * sampleCount;
        if (delayed.length < rows) {
            delayed = new float[rows][size];
        }
        if (training && delayedGradients.length < rows) {
            delayedGradients = new float[rows][size];
        }
        for (int r = 0; r < rows; r++) {
            Arrays.fill(delayed[r], 0);
        }
        for (int i = 0; i < size; i++) {
            float value = delay.rows()[0][i];
            double stepsBefore = training ? layer.steps(value) : layer.wholeSteps(value);
            whole[i] = (int) stepsBefore;
            fraction[i] = (float) (stepsBefore - whole[i]);
        }
    }

    @Override
    public void take(int step, StepInput input) {
        for (int b = 0; b < samples; b++) {
            int row = step * samples + b;
            if (input.isSpikes()) {
                SpikeRows spikes = input.spikes();
                for (int k = spikes.start(input.row(b)); k < spikes.end(input.row(b)); k++) {
                    spread(row, spikes.indices()[k], 1);
                }
            } else {
                for (int i = 0; i < size; i++) {
                    spread(row, i, input.rows()[b][i]);
                }
            }
        }
    }

    private void spread(int row, int i, float value) {
        int first = row + whole[i] * samples;
        if (first < rows) {
            delayed[first][i] += (1 - fraction[i]) * value;
        }
        if (first + samples < rows) {
            delayed[first + samples][i] += fraction[i] * value;
        }
    }

    @Override
    public float[][] given(int step) {
        return Arrays.copyOfRange(delayed, step * samples, (step + 1) * samples);
    }

    @Override
    public float[][] givenGradients(int step) {
        return Arrays.copyOfRange(delayedGradients, step * samples, (step + 1) * samples);
    }

    @Override
    public void backward(int step, StepInput input, float[][] inputGradient) {
        for (int b = 0; b < samples; b++) {
            int row = step * samples + b;
            for (int i = 0; inputGradient != null && i < size; i++) {
                int first = row + whole[i] * samples;
                inputGradient[b][i] = (1 - fraction[i]) * at(first, i) + fraction[i] * at(first + samples, i);
            }
            if (delay.trainable()) {
                addDelayGradient(row, b, input);
            }
        }
    }

    private float at(int row, int i) {
        return row < rows ? delayedGradients[row][i] : 0;
    }

    private void addDelayGradient(int row, int b, StepInput input) {
        if (input.isSpikes()) {
            SpikeRows spikes = input.spikes();
            for (int k = spikes.start(input.row(b)); k < spikes.end(input.row(b)); k++) {
                addDelayGradient(row, spikes.indices()[k], 1f);
            }
        } else {
            for (int i = 0; i < size; i++) {
                addDelayGradient(row, i, input.rows()[b][i]);
            }
        }
    }

    private void addDelayGradient(int row, int i, float value) {
        if (layer.isWithin(delay.rows()[0][i])) {
            int first = row + whole[i] * samples;
            float slope = at(first + samples, i) - at(first, i);
            gradients.of(delay)[0][i] += (float) (value * slope * layer.stepsPerUnit());
        }
    }
}
