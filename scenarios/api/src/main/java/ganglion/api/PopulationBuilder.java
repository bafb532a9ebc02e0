package ganglion.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.api.document.ArrayContent;
import ganglion.api.document.NetworkDraft;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A population of a network that is being built: what flows into its neurons, and what they stand for. Not thread safe. */
@API(status = Status.STABLE, since = "0.2")
public final class PopulationBuilder {

    /** Of longer arrays nobody reads the numbers; they go into files. */
    private static final int WRITTEN_VALUES = 1000;

    private final NetworkDraft draft;
    private final String name;
    private final ObjectNode keys;

    PopulationBuilder(NetworkDraft draft, String name, int size, NeuronType type) {
        this.draft = draft;
        this.name = name;
        this.keys = draft.addPopulation(name, size).put("model", type.model());
        ObjectNode parameters = keys.putObject("parameters");
        type.parameters().forEach((key, value) -> putParameter(parameters, key, value));
    }

    private void putParameter(ObjectNode parameters, String key, Object value) {
        if (value instanceof double[] each && each.length > WRITTEN_VALUES) {
            draft.putArrays(parameters, key, name + "-" + key, ArrayContent.numbers(each));
        } else {
            parameters.set(key, NetworkBuilder.json(value));
        }
    }

    /** What each neuron stands for, in order: as many different texts as there are neurons. */
    public PopulationBuilder labels(String... labels) {
        return set("labels", labels);
    }

    /** The neurons live from this time on; before it their input is lost. */
    public PopulationBuilder start(TimeSpan time) {
        return set("start", time.text());
    }

    /** A constant current: what is added to the summed input of each neuron at every tick. */
    public PopulationBuilder current(double value) {
        return current(Units.ticks(0), value);
    }

    /** A current from a time on, until the time of the next call of this. */
    public PopulationBuilder current(TimeSpan from, double value) {
        ArrayNode currents = currents();
        ObjectNode last = currents.isEmpty() ? null : (ObjectNode) currents.get(currents.size() - 1);
        ObjectNode steps = last != null && last.has("steps") ? last : currents.addObject();
        steps.withArrayProperty("steps")
                .addObject()
                .put("from", from.text())
                .put("current", InvalidInputException.finite(value, "current"));
        return this;
    }

    /** White noise, independent for each neuron, that is drawn anew at every tick. */
    public PopulationBuilder noise(double mean, double deviation) {
        return addCurrent(
                "noise",
                Map.of(
                        "mean", InvalidInputException.finite(mean, "mean"),
                        "deviation", InvalidInputException.finite(deviation, "deviation")));
    }

    /**
     * Independent Poisson trains of events into each neuron, such as those of a background population.
     *
     * @param rate events for each neuron, of all its trains together
     * @param weight what one event adds to the summed input
     */
    public PopulationBuilder poissonInput(Frequency rate, double weight) {
        return addCurrent(
                "poisson", Map.of("rate", rate.text(), "weight", InvalidInputException.finite(weight, "weight")));
    }

    private PopulationBuilder addCurrent(String kind, Map<String, Object> values) {
        currents().addObject().set(kind, NetworkBuilder.json(values));
        return this;
    }

    private ArrayNode currents() {
        return keys.withArrayProperty("currents");
    }

    /** Any key of a population in scenario files. */
    public PopulationBuilder set(String key, Object value) {
        keys.set(key, NetworkBuilder.json(value));
        return this;
    }
}
