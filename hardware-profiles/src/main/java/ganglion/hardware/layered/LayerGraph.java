package ganglion.hardware.layered;

import ganglion.hardware.layered.ActivityLayer.Kind;
import ganglion.hardware.layered.ActivityNetwork.LayerProblem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** Which layers of an activity flow into which. Layers are told by their numbers. */
final class LayerGraph {

    private final List<ActivityLayer> layers;
    private final List<List<Integer>> sources = new ArrayList<>();
    private final List<LayerProblem> problems = new ArrayList<>();
    private boolean loops;

    /** A graph whose {@link #problems} are to be looked at before anything else is asked for. */
    LayerGraph(List<ActivityLayer> layers) {
        this.layers = layers;
        connect();
    }

    /** Names that are taken twice or unknown, what nothing flows into, and loops without neurons. */
    List<LayerProblem> problems() {
        return problems;
    }

    /** The layers that flow into a layer. */
    List<Integer> sources(int layer) {
        return sources.get(layer);
    }

    private void connect() {
        Map<String, Integer> byName = new HashMap<>();
        for (int i = 0; i < layers.size(); i++) {
            if (byName.putIfAbsent(layers.get(i).name(), i) != null) {
                problem(i, "name", "found " + layers.get(i).name() + " twice, expected a name of its own");
            }
        }
        for (int i = 0; i < layers.size(); i++) {
            ActivityLayer layer = layers.get(i);
            List<Integer> from = new ArrayList<>();
            for (String name : layer.from().orElse(List.of())) {
                if (byName.containsKey(name)) {
                    from.add(byName.get(name));
                } else {
                    problem(i, "from", "found " + name + ", expected the name of a layer");
                }
            }
            boolean input = layer.kind() == Kind.INPUT;
            if (layer.from().isEmpty() && !input && i > 0) {
                from.add(i - 1);
            }
            boolean named = !layer.from().orElse(List.of()).isEmpty();
            if (input && !from.isEmpty()) {
                problem(i, "from", "found a layer that flows into an input, expected none");
            } else if (from.isEmpty() && !named && !input && layer.kind() != Kind.NEURONS) {
                problem(i, "from", "found nothing that flows in, expected the name of a layer");
            }
            sources.add(List.copyOf(from));
            int here = i;
            loops |= from.stream().anyMatch(source -> source >= here);
        }
        for (int i = 0; i < layers.size() && loops && problems.isEmpty(); i++) {
            if (!emits(i) && reached(sources.get(i), layer -> !emits(layer)).contains(i)) {
                problem(i, "from", "found a loop without neurons in it, expected neurons");
            }
        }
    }

    /** The layers with weights or products, and the emitters beside them, whose sums or spikes reach a layer. */
    void collect(int layer, Set<Integer> inlets, Set<Integer> direct) {
        for (int reached : reached(sources.get(layer), this::passesOn)) {
            if (layers.get(reached).kind().hasProducts()) {
                inlets.add(reached);
            } else if (emits(reached)) {
                direct.add(reached);
            }
        }
    }

    /** Whether a layer has neither weights nor products nor spikes of its own. */
    boolean passesOn(int layer) {
        return !layers.get(layer).kind().hasProducts() && !emits(layer);
    }

    /** Layers against the flow from some on, depth first, and on from those alone that a condition holds for. Files have layers by thousands. */
    Set<Integer> reached(List<Integer> from, IntPredicate goesOn) {
        Set<Integer> reached = new LinkedHashSet<>();
        Deque<Integer> ahead = new ArrayDeque<>(from);
        while (!ahead.isEmpty()) {
            int layer = ahead.pop();
            if (reached.add(layer) && goesOn.test(layer)) {
                List<Integer> next = sources.get(layer);
                for (int i = next.size() - 1; i >= 0; i--) {
                    ahead.push(next.get(i));
                }
            }
        }
        return reached;
    }

    /** Whether a layer sends spikes or numbers of its own: neurons and inputs. */
    boolean emits(int layer) {
        return layers.get(layer).kind() == Kind.INPUT || layers.get(layer).kind() == Kind.NEURONS;
    }

    /** Whether what neurons send reaches their own layer again. */
    boolean isRecurrent(int layer) {
        return loops
                && layers.get(layer).kind() == Kind.NEURONS
                && reached(sources.get(layer), reached -> reached != layer).contains(layer);
    }

    private void problem(int layer, String key, String message) {
        problems.add(new LayerProblem(layer, key, message));
    }
}
