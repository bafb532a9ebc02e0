package ganglion.scenario.experiment.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.learning.engine.LayerActivity;
import java.util.List;

/** The activity of layers, as JSON; of layers that only integrate, their size alone. */
final class LayerJson {

    /** Share of steps above which a neuron that fires carries no information. */
    private static final double SATURATED_RATE = 0.95;

    private LayerJson() {}

    static ArrayNode of(List<LayerActivity> activity) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (LayerActivity layer : activity) {
            ObjectNode node =
                    list.addObject().put("layer", layer.layer()).put("neurons", layer.spikesByNeuron().length);
            if (layer.fires()) {
                node.put("spikesPerNeuronAndStep", layer.rate())
                        .put("deadNeurons", layer.deadNeurons())
                        .put("saturatedNeurons", layer.saturatedNeurons(SATURATED_RATE));
            }
        }
        return list;
    }
}
