package ganglion.equations;

import ganglion.equations.NeuronEquations.Events.Assignment;
import ganglion.equations.NeuronEquations.Quantity;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A model of synapses whose names and units have been checked, in millivolts, milliseconds and picoamperes: what spikes on both sides do to
 * weights, and what a weight is worth when a spike arrives. Immutable.
 *
 * <p>Variables decay by themselves between spikes. Those that only spikes of the source change, without looking at the weight or the target,
 * are the same for all synapses of a source and are kept once; so are those that only spikes of the target change, for all synapses of a target.
 * Each synapse has the others of its own.
 *
 * @param name what projections call it
 * @param variables by name, in the order of the text
 * @param parameters what each is unless a projection says otherwise
 * @param weights in which they are kept
 * @param onPre assignments in order, at a spike of the source
 * @param onPost assignments in order, at a spike of the target
 * @param onThird assignments in order, at a spike of the third factor
 */
public record SynapseEquations(
        String name,
        Map<String, Variable> variables,
        Map<String, Quantity> parameters,
        ValueRange weights,
        List<Assignment> onPre,
        List<Assignment> onPost,
        List<Assignment> onThird) {

    /** The weight of a synapse. */
    static final String WEIGHT = "w";

    /** What reaches the target; the weight unless {@code on-pre} says otherwise. */
    static final String EFFECT = "effect";

    /**
     * How a variable changes by itself: {@code dx/dt = rate x + drift}.
     *
     * @param rate formula of parameters, below 0; or 0
     * @param drift formula of parameters; 0 if the rate is
     */
    record Variable(Term rate, Term drift) {

        boolean decays() {
            return !rate.equals(Term.ZERO);
        }

        /** The value that it tends to. */
        Term rest() {
            return !decays() || drift.equals(Term.ZERO)
                    ? Term.ZERO
                    : Term.of(TermOperation.NEGATE, Term.of(TermOperation.DIVIDE, drift, rate));
        }
    }

    /**
     * Reads a text.
     *
     * @param text its equations, parameters and the unit of weights
     * @param onPre assignments at a spike of the source; may be empty
     * @param onPost assignments at a spike of the target; may be empty
     * @param onThird assignments at a spike of the third factor; may be empty
     * @throws ModelException naming the part, the column, what was found and what was expected
     */
    public static SynapseEquations of(ModelText text, String onPre, String onPost, String onThird) {
        return new ModelReader(text).readSynapse(onPre, onPost, onThird);
    }

    /** Whether a projection has to name the population whose spikes are the third factor. */
    public boolean hasThirdFactor() {
        return !onThird.isEmpty();
    }

    /** Names of the variables that a source's spikes change. */
    List<String> ofSource() {
        List<String> changed = changedBy(onPre);
        return variables.keySet().stream()
                .filter(name -> changed.contains(name) || lists().noneMatch(list -> assigns(list, name)))
                .toList();
    }

    /** Names of the variables that a target's spikes change. */
    List<String> ofTarget() {
        return changedBy(onPost);
    }

    /** Names of the variables that each synapse has of its own. */
    List<String> ofSynapse() {
        return variables.keySet().stream()
                .filter(name -> !ofSource().contains(name) && !ofTarget().contains(name))
                .toList();
    }

    private Stream<List<Assignment>> lists() {
        return Stream.of(onPre, onPost, onThird);
    }

    /** The variables that one side changes, by nothing but parameters and variables of the same side. */
    private List<String> changedBy(List<Assignment> events) {
        Set<String> names = new HashSet<>(variables.keySet());
        names.removeIf(name -> !assigns(events, name)
                || lists().filter(list -> assigns(list, name)).count() > 1);
        boolean smaller = true;
        while (smaller) {
            smaller = names.removeIf(name -> events.stream()
                    .filter(each -> each.state().equals(name))
                    .anyMatch(each -> Stream.concat(variables.keySet().stream(), Stream.of(WEIGHT, EFFECT))
                            .anyMatch(other ->
                                    !names.contains(other) && each.value().has(other))));
        }
        return variables.keySet().stream().filter(names::contains).toList();
    }

    boolean assigns(List<Assignment> events, String name) {
        return events.stream().anyMatch(each -> each.state().equals(name));
    }

    /** A number of a parameter in the coherent unit; see {@link NeuronEquations#value(String, String)}. */
    public double value(String parameter, String written) {
        return parameters.get(parameter).read(parameter, written);
    }

    /** The same of a number without a unit; see {@link NeuronEquations#value(String, double)}. */
    public double value(String parameter, double number) {
        return parameters.get(parameter).read(parameter, number);
    }
}
