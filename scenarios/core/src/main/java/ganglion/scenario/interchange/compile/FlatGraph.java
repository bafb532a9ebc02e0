package ganglion.scenario.interchange.compile;

import ganglion.scenario.interchange.nir.NirException;
import ganglion.scenario.interchange.nir.NirGraph;
import ganglion.scenario.interchange.nir.NirNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A graph without nested graphs: their nodes are named after the path to them, and their Input and Output pass on what they
 * take. Nodes are known by number, in the order of the file.
 */
final class FlatGraph {

    private final List<String> names = new ArrayList<>();
    private final List<NirNode> nodes = new ArrayList<>();
    private final List<Boolean> passes = new ArrayList<>();
    private final List<List<Integer>> sources = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    private FlatGraph() {}

    static FlatGraph of(NirGraph graph) throws NirException {
        FlatGraph flat = new FlatGraph();
        flat.addNodes(graph, "");
        flat.addEdges(graph, "");
        return flat;
    }

    private void addNodes(NirGraph graph, String prefix) throws NirException {
        for (Map.Entry<String, NirNode> entry : graph.nodes().entrySet()) {
            String name = prefix + entry.getKey();
            if (entry.getValue() instanceof NirGraph nested) {
                addNodes(nested, name + ".");
                continue;
            }
            if (numbers.put(name, nodes.size()) != null) {
                throw new NirException("node " + name, "found two nodes of this name");
            }
            names.add(name);
            nodes.add(entry.getValue());
            boolean gate = entry.getValue() instanceof NirNode.Input || entry.getValue() instanceof NirNode.Output;
            passes.add(gate && !prefix.isEmpty());
            sources.add(new ArrayList<>());
        }
    }

    private void addEdges(NirGraph graph, String prefix) throws NirException {
        for (NirGraph.Edge edge : graph.edges()) {
            int source = gate(graph, prefix, edge.source(), NirNode.Output.class);
            int target = gate(graph, prefix, edge.target(), NirNode.Input.class);
            sources.get(target).add(source);
        }
        for (Map.Entry<String, NirNode> entry : graph.nodes().entrySet()) {
            if (entry.getValue() instanceof NirGraph nested) {
                addEdges(nested, prefix + entry.getKey() + ".");
            }
        }
    }

    /** The node itself, or the one by which a nested graph is entered or left. */
    private int gate(NirGraph graph, String prefix, String name, Class<? extends NirNode> kind) throws NirException {
        if (!(graph.nodes().get(name) instanceof NirGraph nested)) {
            return numbers.get(prefix + name);
        }
        List<String> gates = nested.nodes().entrySet().stream()
                .filter(entry -> kind.isInstance(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (gates.size() != 1) {
            throw new NirException(
                    "node " + prefix + name,
                    "found " + gates.size() + " nodes of type " + kind.getSimpleName()
                            + " in the nested graph, expected one");
        }
        return numbers.get(prefix + name + "." + gates.get(0));
    }

    int size() {
        return nodes.size();
    }

    String name(int node) {
        return names.get(node);
    }

    NirNode node(int node) {
        return nodes.get(node);
    }

    List<Integer> sources(int node) {
        return sources.get(node);
    }

    /** Whether the node is the Input or Output of a nested graph. */
    boolean passes(int node) {
        return passes.get(node);
    }

    /** Whether the node becomes a population, rather than a part of synapses. */
    boolean isPopulation(int node) {
        NirNode found = nodes.get(node);
        boolean hasState = found instanceof NirNode.Stateful || found instanceof NirNode.Threshold;
        return !passes.get(node) && (found instanceof NirNode.Input || found instanceof NirNode.Output || hasState);
    }

    boolean isOutput(int node) {
        return !passes.get(node) && nodes.get(node) instanceof NirNode.Output;
    }

    boolean isInput(int node) {
        return !passes.get(node) && nodes.get(node) instanceof NirNode.Input;
    }

    /** Whether what the node gives is its potential, not spikes. */
    boolean givesPotential(int node) {
        return nodes.get(node) instanceof NirNode.Stateful neurons
                && !neurons.dynamics().fires();
    }

    NirException problem(int node, String message) {
        return new NirException("node " + names.get(node), message);
    }
}
