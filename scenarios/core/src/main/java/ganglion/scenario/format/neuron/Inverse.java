package ganglion.scenario.format.neuron;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.DoubleUnaryOperator;

/** Finds the number that a file must have for a parameter to come out as it was. */
final class Inverse {

    private static final int MOST_DIGITS = 15;

    /** Rounding in a few operations moves a result by no more than a few neighbours. */
    private static final int MOST_NEIGHBOURS = 32;

    private Inverse() {}

    /**
     * The number near a guess whose image is a value to the last bit, with as few digits as will do; the guess if there is
     * none.
     *
     * @param guess the number but for rounding
     */
    static double find(double guess, double value, DoubleUnaryOperator image) {
        for (int digits = 1; digits <= MOST_DIGITS && Double.isFinite(guess); digits++) {
            double rounded =
                    new BigDecimal(guess).round(new MathContext(digits)).doubleValue();
            if (image.applyAsDouble(rounded) == value) {
                return rounded;
            }
        }
        return neighbour(guess, value, image);
    }

    private static double neighbour(double guess, double value, DoubleUnaryOperator image) {
        double below = guess;
        double above = guess;
        for (int i = 0; i < MOST_NEIGHBOURS; i++) {
            if (image.applyAsDouble(below) == value) {
                return below;
            }
            if (image.applyAsDouble(above) == value) {
                return above;
            }
            below = Math.nextDown(below);
            above = Math.nextUp(above);
        }
        return guess;
    }
}
