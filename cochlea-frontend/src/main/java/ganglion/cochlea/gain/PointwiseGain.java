package ganglion.cochlea.gain;

import ganglion.cochlea.gain.GainControl.GainStage;
import java.util.function.DoubleUnaryOperator;

/** A gain without memory: each drive is a function of its own power. */
record PointwiseGain(int bands, DoubleUnaryOperator drive) implements GainStage {

    @Override
    public void apply(double[] values, int offset) {
        for (int i = offset; i < offset + bands; i++) {
            values[i] = drive.applyAsDouble(values[i]);
        }
    }
}
