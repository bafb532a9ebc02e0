package ganglion.kernel.neuron;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Drives one group the way a core does, but with the input given outright: visits it where it wants to be visited or input
 * arrives, as a whole or neuron by neuron.
 */
public final class Driver {

    private final NeuronGroup group;
    private final int size;
    private final int channels;
    private final TreeMap<Long, TreeSet<Integer>> wishes = new TreeMap<>();
    private final Visit visit = new Visit();
    private int visits;

    public Driver(NeuronModel model, int size) {
        this.group = model.createGroup(0, size);
        this.size = size;
        this.channels = model.inputChannels();
    }

    /** Runs a tick in which the whole group is visited. */
    public List<Integer> whole(long tick, double... input) {
        double[] summed = Arrays.copyOf(input, size * channels);
        group.visitAll(tick, summed, 0, visit);
        visits += size;
        wishes.remove(tick);
        return fired(tick);
    }

    /** Runs a tick in which only those neurons are visited that have input or want a visit. */
    public List<Integer> sparse(long tick, double... input) {
        double[] summed = Arrays.copyOf(input, size * channels);
        if (group.nextOwnTick() == tick) {
            return whole(tick, input);
        }
        TreeSet<Integer> due = new TreeSet<>(wishes.containsKey(tick) ? wishes.remove(tick) : List.of());
        for (int i = 0; i < summed.length; i++) {
            if (summed[i] != 0) {
                due.add(i % size);
            }
        }
        int[] neurons = due.stream().mapToInt(Integer::intValue).toArray();
        if (neurons.length > 0) {
            group.visit(tick, summed, 0, neurons, neurons.length, visit);
            visits += neurons.length;
        }
        return fired(tick);
    }

    private List<Integer> fired(long tick) {
        List<Integer> fired = new ArrayList<>();
        for (int i = 0; i < visit.firedCount(); i++) {
            fired.add(visit.fired(i));
        }
        for (int i = 0; i < visit.revisitCount(); i++) {
            if (visit.revisitTick(i) <= tick) {
                throw new AssertionError("a visit is wanted at tick " + visit.revisitTick(i) + ", which is over");
            }
            wishes.computeIfAbsent(visit.revisitTick(i), any -> new TreeSet<>()).add(visit.revisitNeuron(i));
        }
        visit.clear();
        return fired;
    }

    /** Potential of a neuron after a tick. */
    public double potential(long tick, int neuron) {
        double[] potentials = new double[size];
        group.membranePotentials(tick, potentials, 0);
        return potentials[neuron];
    }

    /** Visits to neurons so far. */
    public int visits() {
        return visits;
    }

    /** Whether no visit is wanted any more. */
    public boolean isIdle() {
        return wishes.isEmpty() && group.nextOwnTick() == NeuronGroup.NEVER;
    }
}
