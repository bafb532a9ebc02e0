package ganglion.report.cause;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.kernel.cause.SpikeId;

/** How documents name a neuron ({@code population}, {@code neuron}) and a spike of it ({@code tick}, too). */
final class SpikeKeys {

    private SpikeKeys() {}

    static ObjectNode put(AskedRun run, SpikeId spike, ObjectNode object) {
        return put(run, spike.population(), spike.neuron(), object).put("tick", spike.tick());
    }

    static ObjectNode put(AskedRun run, int population, int neuron, ObjectNode object) {
        String name = run.replay().network().populations().get(population).name();
        return object.put("population", name).put("neuron", neuron);
    }
}
