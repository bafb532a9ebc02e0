package ganglion.learning.fast.arithmetic;

import java.util.IdentityHashMap;
import java.util.Map;

/** Gradients of one slice of a batch, made on first use. Zero between batches. */
public final class SliceGradients {

    private final Map<FloatParameter, float[][]> rows = new IdentityHashMap<>();

    /** Gradients of a parameter, zero at first, in rows like those of the parameter; live. */
    public float[][] of(FloatParameter parameter) {
        return rows.computeIfAbsent(parameter, FloatParameter::zeros);
    }

    /** Gradients of a parameter; {@code null} if there are none yet. */
    public float[][] ifPresent(FloatParameter parameter) {
        return rows.get(parameter);
    }
}
