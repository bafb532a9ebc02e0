package ganglion.api;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.Suggestions;
import ganglion.scenario.format.neuron.ModelKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A neuron model with its parameters, by their names in scenario files. What each model computes, and what its parameters are, says the page on
 * models; a parameter that a model does not have is refused, that of a model of equations of the network's own when it is built. What is not given has the default of the scenario format.
 * Immutable, so that several populations may share one.
 *
 * <pre>{@code
 * NeuronType excitatory = NeuronType.lif().timeConstant(millis(20)).threshold(20).resetTo(10).refractory(millis(2));
 * NeuronType inhibitory = excitatory.timeConstant(millis(10));
 * NeuronType fast = NeuronType.of("izhikevich").set("a", 0.1).set("d", 2);
 * NeuronType synaptic = NeuronType.of("synaptic-lif").set("currents", List.of(Map.of("time-constant", millis(5))));
 * }</pre>
 */
@API(status = Status.STABLE, since = "0.2")
public final class NeuronType {

    private final String model;
    private final Map<String, JsonNode> parameters;

    private NeuronType(String model, Map<String, JsonNode> parameters) {
        this.model = model;
        this.parameters = parameters;
    }

    /** A model by its name in scenario files, such as {@code adaptive-lif}. */
    public static NeuronType of(String model) {
        return new NeuronType(Objects.requireNonNull(model, "model"), Map.of());
    }

    /** Leaky integrate-and-fire; a weight is added to the potential at once. */
    public static NeuronType lif() {
        return of("lif");
    }

    /** The time constant of the membrane. */
    public NeuronType timeConstant(TimeSpan tau) {
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

    /** The potential after a spike, below the threshold; of models that may as well subtract the threshold. */
    public NeuronType resetTo(double potential) {
        return set("reset", "value").set("reset-potential", potential);
    }

    /** The time after a spike in which input is lost. */
    public NeuronType refractory(TimeSpan time) {
        return set("refractory", time);
    }

    /**
     * Any parameter: a number, a {@link TimeSpan}, a {@link Frequency}, a {@link RandomValue}, an array or list with a value for each neuron, a text,
     * or a map of these, of which a copy is taken.
     *
     * @throws GanglionException if the model has no such parameter
     */
    public NeuronType set(String parameter, Object value) {
        List<String> known = ModelKeys.parametersByModel().getOrDefault(model, List.of(parameter));
        if (!known.contains(parameter)) {
            throw new GanglionException(model + ": found the unknown parameter \"" + parameter + "\", expected one of "
                    + String.join(", ", known) + Suggestions.hint(parameter, known));
        }
        Map<String, JsonNode> more = new LinkedHashMap<>(parameters);
        more.put(parameter, NetworkDocument.json(Objects.requireNonNull(value, parameter)));
        return new NeuronType(model, more);
    }

    String model() {
        return model;
    }

    Map<String, JsonNode> parameters() {
        return parameters;
    }

    @Override
    public String toString() {
        return model + " " + parameters;
    }
}
