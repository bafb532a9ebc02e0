package ganglion.learning.surrogate;

/**
 * Half of a narrow bell less a wide and low one, {@code 0.5 (1.15 N(x; width) - 0.3 N(x; 6 width))} with the normal densities
 * {@code N} around 0: negative far from the threshold (Yin, Corradi and Bohte, "Accurate and efficient time-domain
 * classification with adaptive spiking recurrent neural networks", Nature Machine Intelligence 3, 2021, in the form of Higuchi
 * et al. 2024).
 *
 * @param width standard deviation of the narrow bell, more than 0; 0.5 in the sources
 */
public record DoubleGaussian(double width) implements Surrogate {

    private static final double SCALE = 0.5;
    private static final double NARROW = 1.15;
    private static final double WIDE = 0.3;
    private static final double RATIO = 6;

    /** @throws IllegalArgumentException if the width is not a positive number */
    public DoubleGaussian {
        Checks.positive("width of a double Gaussian", width);
    }

    private double height() {
        return SCALE / (width * Math.sqrt(2 * Math.PI));
    }

    @Override
    public double derivative(double x) {
        double z = x / width;
        double wide = z / RATIO;
        return height() * (NARROW * Math.exp(-z * z / 2) - WIDE / RATIO * Math.exp(-wide * wide / 2));
    }
}
