package ganglion.hardware.placement;

import ganglion.hardware.chip.Mesh;
import ganglion.hardware.placement.CoreTraffic.Flow;
import java.util.ArrayList;
import java.util.List;

/**
 * Shortens the paths of messages: swaps whole cores, pair by pair, while that reduces the sum of hops. Neurons that
 * share a core stay together. For one use.
 */
final class CoreArrangement {

    /** Each pass looks at every pair of cores; more cores than this are left as they are. */
    private static final int MOST_CORES = 512;

    private static final int MOST_PASSES = 10;

    /** A path between chips counts as this many hops. */
    private static final double HOPS_BETWEEN_CHIPS = 100;

    private final Mesh mesh;
    private final List<List<Flow>> flowsByCore = new ArrayList<>();
    private final int[] seat;

    CoreArrangement(Mesh mesh, CoreTraffic traffic, int cores) {
        this.mesh = mesh;
        this.seat = new int[cores];
        for (int core = 0; core < cores; core++) {
            seat[core] = core;
            flowsByCore.add(new ArrayList<>());
        }
        for (Flow flow : traffic.flows()) {
            flowsByCore.get(flow.target()).add(flow);
            if (flow.source() != Placement.OUTSIDE && flow.source() != flow.target()) {
                flowsByCore.get(flow.source()).add(flow);
            }
        }
    }

    /** The new number of each core. */
    int[] arrange() {
        boolean improved = seat.length <= MOST_CORES;
        for (int pass = 0; improved && pass < MOST_PASSES; pass++) {
            improved = false;
            for (int a = 0; a < seat.length; a++) {
                for (int b = a + 1; b < seat.length; b++) {
                    improved |= swapIfShorter(a, b);
                }
            }
        }
        return seat;
    }

    private boolean swapIfShorter(int a, int b) {
        double before = hops(a) + hops(b);
        swap(a, b);
        if (hops(a) + hops(b) < before * (1 - 1e-9)) {
            return true;
        }
        swap(a, b);
        return false;
    }

    private void swap(int a, int b) {
        int kept = seat[a];
        seat[a] = seat[b];
        seat[b] = kept;
    }

    private double hops(int core) {
        double sum = 0;
        for (Flow flow : flowsByCore.get(core)) {
            sum += flow.messages() * distance(flow);
        }
        return sum;
    }

    private double distance(Flow flow) {
        int target = seat[flow.target()];
        int source = flow.source() == Placement.OUTSIDE ? target / mesh.cores() * mesh.cores() : seat[flow.source()];
        if (source / mesh.cores() != target / mesh.cores()) {
            return HOPS_BETWEEN_CHIPS;
        }
        int from = mesh.tile(source % mesh.cores());
        int to = mesh.tile(target % mesh.cores());
        return Math.abs(mesh.x(from) - mesh.x(to)) + Math.abs(mesh.y(from) - mesh.y(to));
    }
}
