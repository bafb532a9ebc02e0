package ganglion.scenario.interchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names of nodes as names that a scenario may use: letters, digits, _, - and ., starting with a letter, each once. */
public final class LayerNames {

    private static final int LONGEST = 64;

    private final Map<String, String> byNode = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** The name for a node, always the same. */
    public String of(String node) {
        return byNode.computeIfAbsent(node, this::next);
    }

    private String next(String node) {
        String plain = node.replaceAll("[^A-Za-z0-9_.-]", "-");
        String lettered = plain.matches("[A-Za-z].*") ? plain : "node-" + plain;
        String name = shortened(lettered, "");
        for (int i = 2; !taken.add(name); i++) {
            name = shortened(lettered, "-" + i);
        }
        return name;
    }

    private static String shortened(String name, String ending) {
        return name.substring(0, Math.min(name.length(), LONGEST - ending.length())) + ending;
    }
}
