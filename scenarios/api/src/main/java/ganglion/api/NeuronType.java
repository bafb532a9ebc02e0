package ganglion.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A neuron model with its parameters. What each model computes, and what its parameters are, says the page on models; a parameter that a
 * model does not have is refused when the network is built. What is not given has the default of the scenario format. Immutable, so that
 * several populations may share one.
 *
 * <pre>{@code
 * NeuronType excitatory = NeuronType.lif()
 *         .timeConstant(millis(20))
 *         .threshold(millivolts(20))
 *         .resetTo(millivolts(10))
 *         .refractory(millis(2));
 * NeuronType inhibitory = excitatory.timeConstant(millis(10));
 * NeuronType fast = NeuronType.izhikevich().set("a", 0.1).set("d", 2);
 * }</pre>
 */
@API(status = Status.STABLE, since = "0.2")
public final class NeuronType {

    private final String model;
    private final Map<String, Object> parameters;

    private NeuronType(String model, Map<String, Object> parameters) {
        this.model = model;
        this.parameters = parameters;
    }

    /** A model by its name in scenario files. */
    public static NeuronType of(String model) {
        return new NeuronType(model, Map.of());
    }

    /** Leaky integrate-and-fire; a weight is added to the potential at once. */
    public static NeuronType lif() {
        return of("lif");
    }

    /** Leaky integrate-and-fire with exponential synaptic currents, of which it needs one or two. */
    public static NeuronType synapticLif() {
        return of("synaptic-lif");
    }

    /** Leaky integrate-and-fire with alpha-shaped synaptic currents, of which it needs one or two. */
    public static NeuronType alphaLif() {
        return of("alpha-lif");
    }

    /** Leaky integrate-and-fire whose threshold rises with each spike. */
    public static NeuronType adaptiveLif() {
        return of("adaptive-lif");
    }

    /** Leaky integrate-and-fire with an adaptation that follows potential and spikes (SE-adLIF). */
    public static NeuronType seAdLif() {
        return of("se-adlif");
    }

    /** A leaky integrator, which never fires. */
    public static NeuronType leakyIntegrator() {
        return of("leaky-integrator");
    }

    /** Resonate-and-fire. */
    public static NeuronType resonateAndFire() {
        return of("resonate-and-fire");
    }

    /** Balanced resonate-and-fire. */
    public static NeuronType balancedResonateAndFire() {
        return of("balanced-resonate-and-fire");
    }

    /** Izhikevich's neuron. */
    public static NeuronType izhikevich() {
        return of("izhikevich");
    }

    /** The time constant of the membrane. */
    public NeuronType timeConstant(TimeSpan tau) {
        return set("time-constant", tau);
    }

    /** A time constant that each neuron draws. */
    public NeuronType timeConstant(RandomValue tau) {
        return set("time-constant", tau);
    }

    /** The share of the potential that is left after a tick, from 0 to 1, in place of a time constant. */
    public NeuronType beta(double beta) {
        return set("beta", beta);
    }

    /** The potential at which the neuron fires. */
    public NeuronType threshold(double potential) {
        return set("threshold", potential);
    }

    /** A threshold that each neuron draws. */
    public NeuronType threshold(RandomValue potential) {
        return set("threshold", potential);
    }

    /** The potential after a spike, below the threshold. */
    public NeuronType resetTo(double potential) {
        NeuronType reset = set("reset-potential", potential);
        return model.endsWith("lif") && !model.startsWith("se-") ? reset.set("reset", "value") : reset;
    }

    /** A spike takes the threshold off the potential. */
    public NeuronType resetBySubtraction() {
        return set("reset", "subtract");
    }

    /** The potential that the neuron leaks towards. */
    public NeuronType rest(double potential) {
        return set("rest", potential);
    }

    /** What is added at every tick. */
    public NeuronType bias(double value) {
        return set("bias", value);
    }

    /** The potential before the first tick. */
    public NeuronType initialPotential(double potential) {
        return set("initial-potential", potential);
    }

    /** Potentials before the first tick that each neuron draws. */
    public NeuronType initialPotential(RandomValue potential) {
        return set("initial-potential", potential);
    }

    /** The time after a spike in which input is lost. */
    public NeuronType refractory(TimeSpan time) {
        return set("refractory", time);
    }

    /** The capacitance of the membrane, in picofarads where weights are picoamperes and potentials millivolts. */
    public NeuronType capacitance(double picofarads) {
        return set("capacitance", picofarads);
    }

    /** Time constants of the synaptic currents: one for all weights, or one for positive and one for negative weights. */
    public NeuronType synapticCurrents(TimeSpan... timeConstants) {
        List<Object> currents = new ArrayList<>();
        for (TimeSpan each : timeConstants) {
            currents.add(Map.of("time-constant", each.text()));
        }
        return set("currents", currents);
    }

    /** A threshold that rises by an increment with each spike and decays back; for {@link #adaptiveLif()}. */
    public NeuronType adaptation(TimeSpan timeConstant, double increment) {
        Map<String, Object> adaptation = new LinkedHashMap<>();
        adaptation.put("time-constant", timeConstant);
        adaptation.put("increment", InvalidInputException.finite(increment, "increment"));
        return set("adaptation", adaptation);
    }

    /**
     * Any parameter by its name in scenario files: a number, a {@link TimeSpan}, a {@link Frequency}, a {@link RandomValue}, an array or
     * list with a value for each neuron, a text, or a map of these.
     *
     * @throws InvalidInputException if a number is not finite
     */
    public NeuronType set(String parameter, Object value) {
        Objects.requireNonNull(value, parameter);
        if (value instanceof Double number) {
            InvalidInputException.finite(number, parameter);
        }
        Map<String, Object> more = new LinkedHashMap<>(parameters);
        more.put(parameter, copy(parameter, value));
        return new NeuronType(model, more);
    }

    /** Long arrays stay arrays, which go into files. */
    private static Object copy(String parameter, Object value) {
        if (value instanceof double[] each) {
            return InvalidInputException.finite(each, parameter);
        }
        if (value instanceof float[] each) {
            return InvalidInputException.finite(each, parameter);
        }
        return value.getClass().isArray() ? NetworkBuilder.json(value) : Units.plain(value);
    }

    String model() {
        return model;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    @Override
    public String toString() {
        return model + " " + parameters;
    }
}
