package ganglion.kernel.schedule;

import ganglion.kernel.network.Network;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Strongly connected components of a directed graph, in topological order, by the algorithm of Tarjan ("Depth-first search
 * and linear graph algorithms", SIAM J. Comput. 1, 1972), without recursion.
 */
public final class Cycles {

    private final int[][] successors;
    private final int[] order;
    private final int[] lowest;
    private final int[] nextEdge;
    private final boolean[] open;
    private final Deque<Integer> path = new ArrayDeque<>();
    private final Deque<Integer> pending = new ArrayDeque<>();
    private final List<List<Integer>> components = new ArrayList<>();
    private int visited;

    private Cycles(int[][] successors) {
        this.successors = successors;
        this.order = new int[successors.length];
        this.lowest = new int[successors.length];
        this.nextEdge = new int[successors.length];
        this.open = new boolean[successors.length];
        Arrays.fill(order, -1);
    }

    /**
     * Sets of nodes that reach each other; a node outside all cycles is a set by itself. Sources come first, each set is
     * sorted.
     */
    static List<List<Integer>> of(int[][] successors) {
        Cycles cycles = new Cycles(successors);
        for (int node = 0; node < successors.length; node++) {
            if (cycles.order[node] < 0) {
                cycles.searchFrom(node);
            }
        }
        Collections.reverse(cycles.components);
        return cycles.components;
    }

    /** Sets of populations that reach each other, as population indices, in topological order. */
    public static List<List<Integer>> ofPopulations(Network network) {
        List<List<Integer>> successors = new ArrayList<>();
        network.populations().forEach(population -> successors.add(new ArrayList<>()));
        for (int projection = 0; projection < network.projections().size(); projection++) {
            successors.get(network.sourceOf(projection)).add(network.targetOf(projection));
        }
        return of(successors.stream()
                .map(list ->
                        list.stream().mapToInt(Integer::intValue).distinct().toArray())
                .toArray(int[][]::new));
    }

    /**
     * Depth-first search with an explicit path: a chain of thousands of one-neuron cores would overflow the call stack.
     */
    private void searchFrom(int root) {
        enter(root);
        while (!path.isEmpty()) {
            int node = path.peek();
            if (nextEdge[node] < successors[node].length) {
                follow(node, successors[node][nextEdge[node]++]);
            } else {
                leave(node);
            }
        }
    }

    /** Opens a node and goes on from it. */
    private void enter(int node) {
        order[node] = visited;
        lowest[node] = visited++;
        open[node] = true;
        path.push(node);
        pending.push(node);
    }

    /** Follows an edge: into a new node, or back to one on the stack, which closes a cycle. */
    private void follow(int node, int successor) {
        if (order[successor] < 0) {
            enter(successor);
        } else if (open[successor]) {
            lowest[node] = Math.min(lowest[node], order[successor]);
        }
    }

    /**
     * Closes a node; if none of its component was found earlier, it and the nodes above it on the stack are one
     * component.
     */
    private void leave(int node) {
        path.pop();
        if (!path.isEmpty()) {
            lowest[path.peek()] = Math.min(lowest[path.peek()], lowest[node]);
        }
        // The node is the first of its component that the search came upon: the others are above it on the stack.
        if (lowest[node] == order[node]) {
            List<Integer> component = new ArrayList<>();
            int member;
            do {
                member = pending.pop();
                open[member] = false;
                component.add(member);
            } while (member != node);
            Collections.sort(component);
            components.add(component);
        }
    }
}
