package ganglion.scenario.interchange.nir;

import ganglion.documents.Suggestions;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Nodes and the edges between them; itself a node where graphs are nested, entered by its Input and left by its Output. A
 * node takes in the sum of what its sources give.
 *
 * @param nodes by name, in the order of the file
 * @param edges from node to node
 */
public record NirGraph(Map<String, NirNode> nodes, List<Edge> edges) implements NirNode {

    /** An edge between two nodes of one graph. */
    public record Edge(String source, String target) {

        @Override
        public String toString() {
            return source + " -> " + target;
        }
    }

    /** @throws IllegalArgumentException if an edge names a node that is not there */
    public NirGraph {
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
        edges = List.copyOf(edges);
        for (Edge edge : edges) {
            requireNode(edge, edge.source(), nodes);
            requireNode(edge, edge.target(), nodes);
        }
    }

    private static void requireNode(Edge edge, String name, Map<String, NirNode> nodes) {
        if (!nodes.containsKey(name)) {
            throw new IllegalArgumentException("the edge " + edge + " names the node \"" + name + '"'
                    + Suggestions.expected("one of", name, nodes.keySet()));
        }
    }

    @Override
    public String type() {
        return "NIRGraph";
    }
}
