package ganglion.scenario.interchange.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How many ticks after the graph each population acts: one more than the latest population before it. A path that closes a
 * cycle does not count; it brings what was given at an earlier step.
 */
final class Depths {

    private enum Mark {
        NEW,
        OPEN,
        DONE
    }

    private final FlatGraph graph;
    private final List<List<Integer>> sources = new ArrayList<>();
    private final Mark[] marks;
    private final int[] depths;
    private final Set<Long> feedback = new HashSet<>();

    Depths(FlatGraph graph, List<Paths.Path> paths) {
        this.graph = graph;
        this.marks = new Mark[graph.size()];
        this.depths = new int[graph.size()];
        List<List<Integer>> targets = new ArrayList<>();
        for (int node = 0; node < graph.size(); node++) {
            marks[node] = Mark.NEW;
            sources.add(new ArrayList<>());
            targets.add(new ArrayList<>());
        }
        for (Paths.Path path : paths) {
            targets.get(path.source()).add(path.target());
        }
        // Inputs first, so that it is the edges back towards them that close cycles.
        visitAll(targets, true);
        visitAll(targets, false);
        for (Paths.Path path : paths) {
            if (!isFeedback(path.source(), path.target())) {
                sources.get(path.target()).add(path.source());
            }
        }
        measure();
    }

    private void visitAll(List<List<Integer>> targets, boolean inputs) {
        for (int node = 0; node < graph.size(); node++) {
            if (graph.isInput(node) == inputs && marks[node] == Mark.NEW) {
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
        boolean[] known = new boolean[graph.size()];
        for (int node = 0; node < graph.size(); node++) {
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
    boolean isFeedback(int source, int target) {
        return feedback.contains(key(source, target));
    }

    /** Ticks between a step of the graph and the tick at which a population does it. */
    int of(int population) {
        return depths[population];
    }
}
