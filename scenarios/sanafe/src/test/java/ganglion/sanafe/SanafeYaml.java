package ganglion.sanafe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a network of the reference, which lies as JSON, in the words that SANA-FE itself reads. */
final class SanafeYaml {

    private final JsonNode root;
    private final StringBuilder text = new StringBuilder("network:\n  name: reference\n  groups:\n");

    private SanafeYaml(JsonNode root) {
        this.root = root;
    }

    static String of(JsonNode root) {
        SanafeYaml yaml = new SanafeYaml(root);
        root.get("groups").forEach(yaml::writeGroup);
        yaml.writeEdges();
        yaml.writeMappings();
        return yaml.text.toString();
    }

    private void writeGroup(JsonNode group) {
        text.append("    - name: ").append(group.get("name").asText()).append('\n');
        text.append("      attributes: ").append(group.get("defaults")).append('\n');
        text.append("      neurons:\n");
        int first = group.get("first_id").asInt();
        int size = group.get("size").asInt();
        if (group.get("defaults").isEmpty()) {
            for (int i = 0; i < size; i++) {
                List<Integer> steps = new ArrayList<>();
                for (JsonNode step : root.get("input_spikes").path(String.valueOf(first + i))) {
                    while (steps.size() < step.asInt() - 1) {
                        steps.add(0);
                    }
                    steps.add(1);
                }
                text.append("        - ")
                        .append(i)
                        .append(": [spikes: ")
                        .append(steps)
                        .append("]\n");
            }
        } else {
            text.append("        - 0..").append(size - 1).append('\n');
        }
    }

    private void writeEdges() {
        text.append("  edges:\n");
        JsonNode edges = root.get("connections");
        Map<String, List<List<Integer>>> pairs = new LinkedHashMap<>();
        Map<String, List<Double>> weights = new LinkedHashMap<>();
        for (int i = 0; i < edges.get("src").size(); i++) {
            JsonNode from = group(edges.get("src").get(i).asInt());
            JsonNode to = group(edges.get("dst").get(i).asInt());
            String key = from.get("name").asText() + " -> " + to.get("name").asText();
            int source = edges.get("src").get(i).asInt() - from.get("first_id").asInt();
            int target = edges.get("dst").get(i).asInt() - to.get("first_id").asInt();
            pairs.computeIfAbsent(key, any -> new ArrayList<>()).add(List.of(source, target));
            weights.computeIfAbsent(key, any -> new ArrayList<>())
                    .add(edges.get("weight").get(i).asDouble());
        }
        pairs.forEach((key, list) -> text.append("    - ")
                .append(key)
                .append(": {type: sparse, source_target_pairs: ")
                .append(list)
                .append(", weight: ")
                .append(weights.get(key))
                .append("}\n"));
    }

    private void writeMappings() {
        text.append("mappings:\n");
        JsonNode mapping = root.get("mapping");
        for (int i = 0; i < mapping.get("neuron").size(); i++) {
            int neuron = mapping.get("neuron").get(i).asInt();
            JsonNode group = group(neuron);
            text.append("  - ").append(group.get("name").asText()).append('.');
            text.append(neuron - group.get("first_id").asInt()).append(": {core: ");
            text.append(mapping.get("tile").get(i).asInt()).append('.');
            text.append(mapping.get("core_in_tile").get(i).asInt()).append(", soma: \"");
            text.append(mapping.get("soma").get(i).asText()).append("\"}\n");
        }
    }

    private JsonNode group(int neuron) {
        for (JsonNode group : root.get("groups")) {
            int first = group.get("first_id").asInt();
            if (neuron >= first && neuron < first + group.get("size").asInt()) {
                return group;
            }
        }
        throw new IllegalArgumentException("no group has neuron " + neuron);
    }
}
