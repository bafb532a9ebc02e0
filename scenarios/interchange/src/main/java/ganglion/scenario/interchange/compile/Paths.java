package ganglion.scenario.interchange.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ways from population to population through nodes without a state, and the bias that these nodes add. */
final class Paths {

    private static final int MOST_PATHS = 100_000;
    private static final int MOST_STEPS = 10_000_000;

    private final FlatGraph graph;
    private final Stages stages;
    private final Collection<String> notes;
    private final List<Path> found = new ArrayList<>();
    private final Map<Integer, double[]> constants = new HashMap<>();
    private int steps;

    Paths(FlatGraph graph, Stages stages, Collection<String> notes) {
        this.graph = graph;
        this.stages = stages;
        this.notes = notes;
    }

    /**
     * A way from one population to another.
     *
     * @param nodes those in between, in order
     */
    record Path(int source, int target, List<Integer> nodes) {}

    /** All ways, by target and then in the order of its sources. */
    List<Path> all() throws GraphCompileException {
        for (int node = 0; node < graph.size(); node++) {
            if (graph.isPopulation(node)) {
                walk(node, node, new ArrayDeque<>());
            }
        }
        return found;
    }

    private void walk(int target, int from, Deque<Integer> between) throws GraphCompileException {
        for (int source : graph.sources(from)) {
            if (found.size() == MOST_PATHS || ++steps > MOST_STEPS) {
                throw graph.problem(target, "found more ways that lead here than can be followed");
            }
            if (graph.isPopulation(source)) {
                found.add(new Path(source, target, List.copyOf(between)));
                continue;
            }
            if (between.contains(source)) {
                throw graph.problem(
                        source, "found a cycle without delay, expected a neuron in it: " + cycle(between, source));
            }
            between.addFirst(source);
            walk(target, source, between);
            between.removeFirst();
        }
    }

    private String cycle(Deque<Integer> between, int start) {
        StringBuilder text = new StringBuilder(graph.name(start));
        for (int node : between) {
            text.append(" -> ").append(graph.name(node));
            if (node == start) {
                break;
            }
        }
        return text.toString();
    }

    /** The constant input of a population, one value for each element; null for none. Only after {@link #all}. */
    double[] constantInput(int population) throws GraphCompileException {
        return sum(population);
    }

    private double[] sum(int node) throws GraphCompileException {
        double[] sum = null;
        for (int source : graph.sources(node)) {
            double[] given = graph.isPopulation(source) ? null : constant(source);
            sum = add(sum, given);
        }
        return sum;
    }

    private static double[] add(double[] sum, double[] given) {
        if (sum == null || given == null) {
            return sum == null ? given : sum;
        }
        double[] total = sum.clone();
        for (int i = 0; i < total.length; i++) {
            total[i] += given[i];
        }
        return total;
    }

    private double[] constant(int node) throws GraphCompileException {
        if (!constants.containsKey(node)) {
            double[] input = sum(node);
            double[] output = input == null ? null : through(node, input);
            constants.put(node, add(output, stages.bias(node)));
        }
        return constants.get(node);
    }

    private double[] through(int node, double[] input) throws GraphCompileException {
        Stage stage = stages.of(node).orElse(null);
        if (stage == null) {
            return input;
        }
        if (stage instanceof Stage.Delaying) {
            notes.add("node " + graph.name(node) + ": the bias that it delays acts from the first step on");
        }
        Spread spread = new Spread(stage.outputs());
        for (int i = 0; i < input.length; i++) {
            stage.spread(i, input[i], spread);
        }
        return spread.toArray();
    }
}
