package ganglion.report.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.kernel.MembraneTrace;
import java.util.Arrays;

/**
 * Recorded membrane potentials as an image on the run's timeline. Strong inhibition can drive potentials far below zero,
 * where they do not matter for a spike. So the range reaches as far below zero as above it; lower potentials are drawn as its
 * lower end.
 */
final class MembraneImage {

    private MembraneImage() {}

    static ObjectNode of(MembraneTrace trace, long ticks) {
        double highest = Arrays.stream(trace.potentials()).max().orElse(0);
        double lowest = Arrays.stream(trace.potentials()).min().orElse(0);
        double floor = highest > 0 ? Math.max(lowest, -highest) : lowest;
        double range = highest - floor;
        TimelineImage image = new TimelineImage(trace.neuronCount(), ticks);
        for (int tick = 0; tick < trace.ticks(); tick++) {
            for (int neuron = 0; neuron < trace.neuronCount(); neuron++) {
                image.draw(tick, neuron, range > 0 ? (trace.at(tick, neuron) - floor) / range : 0);
            }
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("population", trace.population());
        image.putShape(json);
        json.set("potential", image.toJson(floor, highest));
        return json;
    }
}
