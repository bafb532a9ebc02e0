package ganglion.learning.surrogate;

/** The spike itself: 1 above the threshold, 0 at and below it, so that only neurons that fire learn. */
public record StepDerivative() implements Surrogate {

    @Override
    public double derivative(double x) {
        return x > 0 ? 1 : 0;
    }
}
