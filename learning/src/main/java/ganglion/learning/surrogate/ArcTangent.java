package ganglion.learning.surrogate;

/**
 * The derivative of {@code atan(pi/2 width x) / pi}: {@code (width / 2) / (1 + (pi/2 width x)^2)} (Fang et al.,
 * "Incorporating learnable membrane time constant", ICCV 2021).
 *
 * @param width steepness, more than 0; called alpha by others, 2 by default
 */
public record ArcTangent(double width) implements Surrogate {

    /** @throws IllegalArgumentException if the width is not a positive number */
    public ArcTangent {
        Checks.positive("width of an arc tangent", width);
    }

    @Override
    public double derivative(double x) {
        double scaled = Math.PI / 2 * width * x;
        return width / 2 / (1 + scaled * scaled);
    }

    @Override
    public void derivatives(float[] x, float[] derivatives, int count) {
        float scale = (float) (Math.PI / 2 * width);
        float height = (float) (width / 2);
        for (int i = 0; i < count; i++) {
            float scaled = scale * x[i];
            derivatives[i] = height / (1 + scaled * scaled);
        }
    }
}
