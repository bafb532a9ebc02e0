package ganglion.scenario.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import ganglion.kernel.time.Clock;
import ganglion.scenario.format.PopulationKeys;
import ganglion.scenario.model.PopulationSpec;
import java.util.List;
import java.util.Map;

/** Writes populations, with long lists of numbers in the file beside the scenario. Defaults of the format are left out. */
public final class PopulationText {

    /** Up to this many values stand in the scenario itself. */
    private static final int MOST_INLINE = 16;

    private static final String GROUP = "parameters";

    private final Clock clock;
    private final WeightsFile weights;

    /** @param clock of the scenario */
    public PopulationText(Clock clock, WeightsFile weights) {
        this.clock = clock;
        this.weights = weights;
    }

    /**
     * Writes a population.
     *
     * @param into an empty object
     * @throws IllegalArgumentException if the format has no way to say the model
     */
    public void write(PopulationSpec population, ObjectNode into) {
        try {
            PopulationKeys.write(population, clock, into);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("population " + population.name() + ": " + e.getMessage(), e);
        }
        for (String key : List.of("parameters", "currents")) {
            String name = population.name() + (key.equals(GROUP) ? "" : "-" + key);
            move(into.path(key), name);
        }
    }

    /** Moves the long lists below a value. The name of a data set is the path of its key in the population. */
    private void move(JsonNode node, String name) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                move(node.get(i), name + "-" + (i + 1));
            }
        } else if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                String path = name + "-" + member.getKey();
                if (isLong(member.getValue())) {
                    member.setValue(TextNode.valueOf(weights.path().written() + "#"
                            + weights.put(GROUP, path, numbers((ArrayNode) member.getValue()))));
                } else {
                    move(member.getValue(), path);
                }
            }
        }
    }

    private static boolean isLong(JsonNode node) {
        return node.isArray() && node.size() > MOST_INLINE && node.get(0).isNumber();
    }

    private static double[] numbers(ArrayNode list) {
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = list.get(i).doubleValue();
        }
        return numbers;
    }
}
