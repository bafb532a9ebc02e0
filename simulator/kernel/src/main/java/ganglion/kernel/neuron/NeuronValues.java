package ganglion.kernel.neuron;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;

/**
 * A parameter of a population: one number for all its neurons, or one for each. Immutable; safe to share between
 * threads.
 *
 * <p>Groups copy the values of their neurons into arrays of their own, so that the loops over neurons read consecutive
 * memory and never ask whether a parameter is common.
 */
public final class NeuronValues {

    private final double common;
    private final double[] each;

    /** Neurons that values were given for; 0 if one was given for all. */
    private final int given;

    private NeuronValues(double common, double[] each, int given) {
        this.common = common;
        this.each = each;
        this.given = given;
    }

    /** The same value for every neuron. */
    public static NeuronValues of(double value) {
        return new NeuronValues(value, null, 0);
    }

    /** A value for each neuron, by its position in the population. Equal values are stored as one. */
    public static NeuronValues each(double... values) {
        if (values.length > 0 && Arrays.stream(values).allMatch(value -> value == values[0])) {
            return new NeuronValues(values[0], null, values.length);
        }
        return new NeuronValues(Double.NaN, values.clone(), values.length);
    }

    /** A function of each value. */
    public NeuronValues map(DoubleUnaryOperator function) {
        return each == null
                ? new NeuronValues(function.applyAsDouble(common), null, given)
                : each(Arrays.stream(each).map(function).toArray());
    }

    /** Whether all neurons share one value. */
    public boolean isCommon() {
        return each == null;
    }

    /** The value of a neuron. */
    public double at(int neuron) {
        return each == null ? common : each[neuron];
    }

    /** Whether a neuron has a value: any has where one was given for all. */
    public boolean has(int neuron) {
        return given == 0 || neuron < given;
    }

    /** The values of some neurons of the population, as a new array. */
    public double[] copyOf(int first, int size) {
        if (each != null) {
            return Arrays.copyOfRange(each, first, first + size);
        }
        double[] copy = new double[size];
        Arrays.fill(copy, common);
        return copy;
    }

    /**
     * Refuses values that do not satisfy a condition. Looks at every value, so that a model with one bad neuron among
     * thousands is refused when it is made, with the number of that neuron, and not somewhere in a run.
     *
     * @param parameter name of the parameter as messages have it
     * @param condition what each value must satisfy
     * @param expected what the message says was expected
     * @throws IllegalArgumentException naming the parameter, the value, its neuron and what was expected
     */
    public void check(String parameter, DoublePredicate condition, String expected) {
        for (int i = 0; i < (each == null ? 1 : each.length); i++) {
            if (!condition.test(at(i))) {
                throw new IllegalArgumentException("the " + parameter + (each == null ? "" : " of neuron " + i) + " is "
                        + at(i) + ", expected " + expected);
            }
        }
    }

    /** Refuses values that are no finite numbers of a size that the engine computes with. */
    public void checkFits(String parameter) {
        check(parameter, NetworkNumbers::fits, NetworkNumbers.EXPECTED);
    }

    /**
     * Refuses a number of values other than the number of neurons. One value for all fits every size.
     *
     * @throws IllegalArgumentException naming the parameter and both numbers
     */
    public void checkSize(String parameter, int populationSize) {
        if (given != 0 && given != populationSize) {
            throw new IllegalArgumentException(
                    "there are " + given + " values of the " + parameter + " for " + populationSize + " neurons");
        }
    }

    /** Number of neurons that the values are for, or 1 if they share one. */
    public int count() {
        return each == null ? 1 : each.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NeuronValues that
                && Double.doubleToLongBits(common) == Double.doubleToLongBits(that.common)
                && Arrays.equals(each, that.each);
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(common) + Arrays.hashCode(each);
    }

    @Override
    public String toString() {
        return each == null ? Double.toString(common) : Arrays.toString(each);
    }
}
