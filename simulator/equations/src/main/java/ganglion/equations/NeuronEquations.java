package ganglion.equations;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A neuron model whose names and units have been checked, in millivolts, milliseconds and picoamperes. Immutable.
 *
 * @param name what populations call it
 * @param states in the order of the text; the first is the membrane potential
 * @param parameters what each is unless a population says otherwise
 * @param events what input and spikes do
 * @param method how equations that are not linear are integrated
 */
public record NeuronEquations(
        String name, List<State> states, Map<String, Quantity> parameters, Events events, Method method) {

    /** Sum of the weights that arrive at a tick. */
    static final String INPUT = "input";

    /** Sum of the positive weights that arrive at a tick. */
    static final String EXCITATION = "excitation";

    /** Sum of the magnitudes of the negative weights that arrive at a tick. */
    static final String INHIBITION = "inhibition";

    /** White noise of a neuron, constant during a tick: a normal deviate over the root of the tick. */
    static final String NOISE = "xi";

    /** What a tick brings. */
    static final List<String> INPUTS = List.of(INPUT, EXCITATION, INHIBITION, NOISE);

    /** Length of a tick in milliseconds. */
    static final String TICK = "dt";

    /**
     * A state with its equation.
     *
     * @param unit in which files and probes have it
     * @param rate its derivative by the time in milliseconds
     * @param start before the first tick
     */
    record State(String name, PhysicalUnit unit, Term rate, Term start) {}

    /**
     * A number with a unit.
     *
     * @param value in the coherent unit
     * @param unit as it was written
     * @param range of values that take its place
     */
    record Quantity(double value, PhysicalUnit unit, ValueRange range) {

        double read(String parameter, String written) {
            return range.check(parameter, parameter, ModelReader.quantity(written, parameter, unit), written);
        }

        double read(String parameter, double number) {
            return range.check(parameter, parameter, number * unit.factor(), Double.toString(number));
        }
    }

    /**
     * What happens at single ticks.
     *
     * @param input assignments in order, when weights arrive
     * @param threshold the condition to fire
     * @param reset assignments in order, at a spike
     * @param refractoryMilliseconds for which the potential is held after a spike; 0 for none
     * @param until condition that has to end before the next spike; null for none
     */
    record Events(
            List<Assignment> input, Term threshold, List<Assignment> reset, double refractoryMilliseconds, Term until) {

        /** A new value of a state. */
        record Assignment(String state, Term value) {}
    }

    /** How equations that are not linear are integrated over a tick. Linear ones have their matrix exponential. */
    enum Method {
        EXACT("exact"),
        EXPONENTIAL_EULER("exponential-euler"),
        RK4("rk4"),
        EULER("euler");

        private final String word;

        Method(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** The names of the methods. */
    public static List<String> methods() {
        return Stream.of(Method.values()).map(Method::word).toList();
    }

    /**
     * Reads a text.
     *
     * @throws ModelException naming the part, the column, what was found and what was expected
     */
    public static NeuronEquations of(ModelText text) {
        return new ModelReader(text).read();
    }

    /** How many sums of input a neuron keeps apart: 2 where the text tells excitation from inhibition. */
    int inputChannels() {
        return uses(EXCITATION) || uses(INHIBITION) ? 2 : 1;
    }

    /** Whether what a tick brings stands in an equation or is added at once. */
    boolean uses(String input) {
        return Stream.concat(
                        states.stream().map(State::rate),
                        events.input().stream().map(Events.Assignment::value))
                .anyMatch(term -> term.has(input));
    }

    /** Name of the membrane potential. */
    String membrane() {
        return states.get(0).name();
    }

    /** For how long the potential is held after a spike; 0 if it is not. */
    public double refractoryMilliseconds() {
        return events.refractoryMilliseconds();
    }

    /** The names of the states. */
    public List<String> stateNames() {
        return states.stream().map(State::name).toList();
    }

    /**
     * A number of a parameter in the coherent unit.
     *
     * @param parameter a name of {@link #parameters}
     * @param written a number with a unit, {@code 281 pF}
     * @throws ModelException if it is none, of another unit, or out of the range of the text
     */
    public double value(String parameter, String written) {
        return parameters.get(parameter).read(parameter, written);
    }

    /**
     * The same of a number without a unit: it is in the unit in which the model gives the parameter.
     *
     * @throws ModelException if it is out of the range of the text
     */
    public double value(String parameter, double number) {
        return parameters.get(parameter).read(parameter, number);
    }
}
