package ganglion.report.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.result.SpreadExecution;
import ganglion.scenario.result.SpreadExecution.NodeExecution;

/** Where a run on several nodes was, what each node did, and how long it waited. */
public final class ExecutionSection {

    private ExecutionSection() {}

    /** The section {@code execution}; null for a run in one process. */
    public static ObjectNode of(ScenarioRun run) {
        return run.nodes().map(ExecutionSection::of).orElse(null);
    }

    private static ObjectNode of(SpreadExecution execution) {
        ObjectNode section = JsonNodes.object();
        section.put("placementOfCores", execution.placement());
        JsonNodes.putNumber(section, "shortestDelaySeconds", execution.shortestDelaySeconds());
        section.put("losses", execution.losses());
        section.put("seconds", execution.seconds());
        ArrayNode nodes = section.putArray("nodes");
        execution.nodes().forEach(node -> nodes.add(node(node, execution.seconds())));
        return section;
    }

    private static ObjectNode node(NodeExecution node, double seconds) {
        ObjectNode section = JsonNodes.object();
        section.put("name", node.name());
        section.put("threads", node.threads());
        section.put("cores", node.cores());
        section.put("neurons", node.neurons());
        section.put("synapses", node.synapses());
        section.put("synapticEvents", node.synapticEvents());
        JsonNodes.putNumber(section, "synapticEventsPerSecond", node.synapticEvents() / seconds);
        section.put("busySeconds", node.busySeconds());
        section.put("waitingSeconds", node.waitingSeconds());
        ArrayNode populations = section.putArray("populations");
        node.populations()
                .forEach(share ->
                        populations.addObject().put("name", share.population()).put("neurons", share.neurons()));
        return section;
    }
}
