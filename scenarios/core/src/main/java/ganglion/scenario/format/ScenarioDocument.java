package ganglion.scenario.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.DocumentKeys;
import ganglion.hardware.cost.CostOptions;
import ganglion.kernel.time.Clock;
import ganglion.scenario.format.hardware.HardwareKeys;
import ganglion.scenario.format.input.InputKeys;
import ganglion.scenario.model.ProjectionSpec;

/** A scenario that is being written, by the keys that it is read by. Not thread safe. */
public final class ScenarioDocument {

    private final ObjectNode root;
    private final ArrayNode inputs = JsonNodeFactory.instance.arrayNode();
    private final ArrayNode populations = JsonNodeFactory.instance.arrayNode();
    private final ArrayNode projections = JsonNodeFactory.instance.arrayNode();

    /** A scenario of which all but the network is written; the network stays where it is among the keys. */
    public ScenarioDocument(ObjectNode root) {
        this.root = root;
    }

    /** A scenario without inputs and neurons. */
    public ScenarioDocument(String name, String description, Clock clock, long durationTicks) {
        this(JsonNodeFactory.instance.objectNode());
        ScenarioKeys.SCENARIO.write(root, name);
        DocumentKeys.DESCRIPTION.write(root, description);
        ClockKeys.write(clock, durationTicks, root);
    }

    /** Adds an input whose spikes are in a file. */
    public void addSpikes(String name, String file, int size) {
        InputKeys.writeSpikes(name, file, size, inputs.addObject());
    }

    /** Number of inputs so far. */
    public int inputCount() {
        return inputs.size();
    }

    /** The object of one more population, which {@link PopulationKeys#write} fills. */
    public ObjectNode addPopulation() {
        return populations.addObject();
    }

    /** Adds a projection. */
    public void addProjection(ProjectionSpec projection) {
        projections.add(ProjectionKeys.PROJECTION.write(projection));
    }

    /** Sets the chip that the scenario is costed on, by the name of its profile or file, and how it is used. */
    public void setChip(String profile, CostOptions options) {
        HardwareKeys.write(profile, options, root);
    }

    /** The document. What is added later may or may not be in it. */
    public ObjectNode tree() {
        if (!inputs.isEmpty()) {
            root.set(ScenarioKeys.INPUTS.name(), inputs);
        }
        ObjectNode network = root.putObject(ScenarioKeys.NETWORK.name());
        network.set(ScenarioKeys.POPULATIONS.name(), populations);
        network.set(ScenarioKeys.PROJECTIONS.name(), projections);
        return root;
    }
}
