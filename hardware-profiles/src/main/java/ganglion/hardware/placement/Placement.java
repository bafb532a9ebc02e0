package ganglion.hardware.placement;

import ganglion.hardware.chip.Mesh;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The core of each neuron. Cores are numbered through all chips, each of which has the same mesh. Immutable, though for
 * speed the array is not copied: callers must not change it.
 *
 * @param mesh the mesh of one chip
 * @param coreOfNeuron core of each neuron by network-wide number; {@link #OUTSIDE} for inputs that are on no core
 * @param cores what each core holds, up to the last that holds anything; some may be empty
 * @param problems why the network does not fit, human-readable; empty if it does
 */
public record Placement(Mesh mesh, int[] coreOfNeuron, List<CoreLoad> cores, List<String> problems) {

    /** The core of a neuron that is an input and on no chip. */
    public static final int OUTSIDE = -1;

    /**
     * What one core holds.
     *
     * @param neurons neurons on it, inputs not counted
     * @param synapses synapses into it
     * @param inputAxons source neurons that reach it; 0 if they were not counted, as the network does not fit anyway
     */
    public record CoreLoad(int neurons, long synapses, int inputAxons) {

        /** Whether there is nothing on it. */
        public boolean isEmpty() {
            return neurons == 0;
        }
    }

    /** Takes copies of the lists. */
    public Placement {
        cores = List.copyOf(cores);
        problems = List.copyOf(problems);
    }

    /** The same with more problems. */
    public Placement with(List<String> more) {
        List<String> all = new ArrayList<>(problems);
        all.addAll(more);
        return new Placement(mesh, coreOfNeuron, cores, all);
    }

    /** Whether the network can run on the chip as placed. */
    public boolean fits() {
        return problems.isEmpty();
    }

    /** Number of chips in use. */
    public int chips() {
        return (cores.size() + mesh.cores() - 1) / mesh.cores();
    }

    /** Chip of a core. */
    public int chip(int core) {
        return core / mesh.cores();
    }

    /** Tile of a core within its chip. */
    public int tile(int core) {
        return mesh.tile(core % mesh.cores());
    }

    /** Number of cores that hold a neuron. */
    public int coresUsed() {
        return (int) cores.stream().filter(load -> !load.isEmpty()).count();
    }

    /** The neurons of each core, and inputs that lie on it, ascending. */
    public int[][] neuronsByCore() {
        int[] counts = new int[cores.size()];
        Arrays.stream(coreOfNeuron).filter(core -> core != OUTSIDE).forEach(core -> counts[core]++);
        int[][] neurons = Arrays.stream(counts).mapToObj(int[]::new).toArray(int[][]::new);
        for (int neuron = coreOfNeuron.length - 1; neuron >= 0; neuron--) {
            int core = coreOfNeuron[neuron];
            if (core != OUTSIDE) {
                neurons[core][--counts[core]] = neuron;
            }
        }
        return neurons;
    }

    /** Number of tiles that hold a neuron or an input, on all chips. */
    public int tilesUsed() {
        BitSet tiles = new BitSet();
        for (int core : coreOfNeuron) {
            if (core != OUTSIDE) {
                tiles.set(core / mesh.coresPerTile());
            }
        }
        return tiles.cardinality();
    }
}
