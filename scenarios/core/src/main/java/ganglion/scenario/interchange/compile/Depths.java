package ganglion.scenario.interchange.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * How many ticks after the graph each population acts: one more than the latest population before it. A path that closes a
 * cycle does not count; it brings what was given at an earlier step.
 */
public final class Depths {

    /**
     * Synapses from one population to another.
     *
     * @param source number of a population
     * @param target number of a population
     */
    public record Edge(int source, int target) {}

    private enum Mark {
        NEW,
        OPEN,
        DONE
    }

    private final int size;
    private final IntPredicate isInput;
    private final List<List<Integer>> sources = new ArrayList<>();
    private final Mark[] marks;
    private final int[] depths;
    private final Set<Long> feedback = new HashSet<>();

    /**
     * @param size number of populations
     * @param edges by target: which edge of a cycle is the one that closes it depends on their order
     */
    public Depths(int size, IntPredicate isInput, List<Edge> edges) {
        this.size = size;
        this.isInput = isInput;
        this.marks = new Mark[size];
        this.depths = new int[size];
        List<List<Integer>> targets = new ArrayList<>();
        for (int node = 0; node < size; node++) {
            marks[node] = Mark.NEW;
            sources.add(new ArrayList<>());
            targets.add(new ArrayList<>());
        }
        for (Edge edge : edges) {
            targets.get(edge.source()).add(edge.target());
        }
        // Inputs first, so that it is the edges back towards them that close cycles.
        visitAll(targets, true);
        visitAll(targets, false);
        for (Edge edge : edges) {
            if (!isFeedback(edge.source(), edge.target())) {
                sources.get(edge.target()).add(edge.source());
            }
        }
        measure();
    }

    private void visitAll(List<List<Integer>> targets, boolean inputs) {
        for (int node = 0; node < size; node++) {
            if (isInput.test(node) == inputs && marks[node] == Mark.NEW) {
                visit(node, targets);
            }
        }
    }

    private void visit(int node, List<List<Integer>> targets) {
        marks[node] = Mark.OPEN;
        for (int target : targets.get(node)) {
            if (marks[target] == Mark.OPEN) {
                feedback.add(key(node, target));
            } else if (marks[target] == Mark.NEW) {
                visit(target, targets);
            }
        }
        marks[node] = Mark.DONE;
    }

    private void measure() {
        boolean[] known = new boolean[size];
        for (int node = 0; node < size; node++) {
            measure(node, known);
        }
    }

    private int measure(int node, boolean[] known) {
        if (!known[node]) {
            known[node] = true;
            for (int source : sources.get(node)) {
                depths[node] = Math.max(depths[node], measure(source, known) + 1);
            }
        }
        return depths[node];
    }

    private static long key(int source, int target) {
        return (long) source << Integer.SIZE | target;
    }

    /** Whether paths from one population to another close a cycle. */
    public boolean isFeedback(int source, int target) {
        return feedback.contains(key(source, target));
    }

    /** Ticks between a step of the graph and the tick at which a population does it. */
    public int of(int population) {
        return depths[population];
    }
}
