package ganglion.learning.fast.arithmetic;

import java.util.IdentityHashMap;
import java.util.Map;

/** Gradients of one slice of a batch, made when first asked for. Zero between batches. */
public final class SliceGradients {

    private final Map<FloatParameter, float[][]> rows = new IdentityHashMap<>();

    public float[][] of(FloatParameter parameter) {
        return rows.computeIfAbsent(parameter, FloatParameter::zeros);
    }

    /** Gradients of a parameter; {@code null} if nothing has asked for them yet. */
    public float[][] ifPresent(FloatParameter parameter) {
        return rows.get(parameter);
    }
}
