package ganglion.learning;

import java.util.function.DoubleSupplier;

/** Slopes by central differences, which gradients are compared with. */
public final class FiniteDifferences {

    private static final double STEP = 1e-6;

    private FiniteDifferences() {}

    /** Slope of a loss along each of the values that it is computed from, which are as before afterwards. */
    public static double[] of(double[] values, DoubleSupplier loss) {
        double[] found = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double before = values[i];
            values[i] = before + STEP;
            double above = loss.getAsDouble();
            values[i] = before - STEP;
            found[i] = (above - loss.getAsDouble()) / (2 * STEP);
            values[i] = before;
        }
        return found;
    }
}
