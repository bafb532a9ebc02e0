package ganglion.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A population of a network that is being built: what flows into its neurons, and what they stand for. Not thread safe. */
@API(status = Status.STABLE, since = "0.2")
public final class PopulationBuilder {

    private final ObjectNode keys;

    PopulationBuilder(NetworkDocument document, String name, int size, NeuronType type) {
        keys = document.add("network", "populations")
                .put("name", name)
                .put("size", size)
                .put("model", type.model());
        ObjectNode parameters = keys.putObject("parameters");
        type.parameters().forEach((key, value) -> document.put(parameters, key, name + "-" + key, value));
    }

    /** What each neuron stands for, in order: as many different texts as there are neurons. */
    public PopulationBuilder labels(String... labels) {
        return set("labels", labels);
    }

    /** A constant current: what is added to the summed input of each neuron at every tick. */
    public PopulationBuilder current(double value) {
        return addCurrent("steps", new Object[] {Map.of("from", Units.ticks(0), "current", value)});
    }

    /** White noise, independent for each neuron, that is drawn anew at every tick. */
    public PopulationBuilder noise(double mean, double deviation) {
        return addCurrent("noise", Map.of("mean", mean, "deviation", deviation));
    }

    /**
     * Independent Poisson trains of events into each neuron, such as those of a background population.
     *
     * @param rate events for each neuron, of all its trains together
     * @param weight what one event adds to the summed input
     */
    public PopulationBuilder poissonInput(Frequency rate, double weight) {
        return addCurrent("poisson", Map.of("rate", rate, "weight", weight));
    }

    private PopulationBuilder addCurrent(String kind, Object values) {
        keys.withArrayProperty("currents").addObject().set(kind, NetworkDocument.json(values));
        return this;
    }

    /** Any key of a population in scenario files. */
    public PopulationBuilder set(String key, Object value) {
        keys.set(key, NetworkDocument.json(value));
        return this;
    }
}
