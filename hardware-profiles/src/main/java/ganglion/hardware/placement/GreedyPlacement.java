package ganglion.hardware.placement;

import ganglion.hardware.placement.IncomingSynapses.Inlet;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fills one core after another with the neurons that are most connected to those already on it, so that few messages leave
 * it. A source is at home on a core if it is on it or reaches a neuron on it; the neuron taken next is the one whose sources
 * at home, and whose own spikes to neurons on the core, are most, weighted by how often each fires. For one use.
 */
final class GreedyPlacement {

    /** A core counts as full after this many neurons that do not fit. */
    private static final int MOST_REFUSALS = 16;

    private final Network network;
    private final IncomingSynapses incoming;
    private final CoreCapacity capacity;
    private final double[] weight;
    private final Assignments assignments;
    private final int[] populationOf;
    private final List<List<Projection>> outgoing = new ArrayList<>();

    /** How much each neuron is connected to the core being filled; valid for the neurons in {@link #candidates} only. */
    private final double[] score;

    private final int[] candidates;
    private int candidateCount;
    private final boolean[] isCandidate;
    private final boolean[] isRefused;

    /** Core that each source was last at home on, plus one. */
    private final int[] homeStamp;

    /** Populations whose neurons all gained from a dense projection, as one number instead of one each. */
    private final double[] populationScore;

    private CoreFilling filling;
    private int core;

    /** @param weight how often each neuron fires, or one each */
    GreedyPlacement(Network network, IncomingSynapses incoming, CoreCapacity capacity, double[] weight) {
        this.network = network;
        this.incoming = incoming;
        this.capacity = capacity;
        this.weight = weight;
        this.assignments = new Assignments(network);
        int neurons = network.neuronCount();
        this.populationOf = new int[neurons];
        this.score = new double[neurons];
        this.candidates = new int[neurons];
        this.isCandidate = new boolean[neurons];
        this.isRefused = new boolean[neurons];
        this.homeStamp = new int[neurons];
        this.populationScore = new double[network.populations().size()];
        for (int p = 0; p < network.populations().size(); p++) {
            Arrays.fill(populationOf, network.firstNeuron(p), network.firstNeuron(p + 1), p);
            outgoing.add(new ArrayList<>());
        }
        network.projections()
                .forEach(projection ->
                        outgoing.get(network.index(projection.source())).add(projection));
    }

    Assignments assign() {
        int seed = nextUnplaced(0);
        while (seed < network.neuronCount()) {
            openCore();
            if (!take(seed)) {
                assignments.problem("neuron " + (seed - network.firstNeuron(populationOf[seed])) + " of "
                        + network.populations().get(populationOf[seed]).name() + " does not fit on a core of "
                        + capacity.text());
                return assignments;
            }
            fill();
            core++;
            seed = nextUnplaced(seed);
        }
        return assignments;
    }

    private void openCore() {
        filling = new CoreFilling(capacity);
        for (int i = 0; i < candidateCount; i++) {
            score[candidates[i]] = 0;
            isCandidate[candidates[i]] = false;
            isRefused[candidates[i]] = false;
        }
        candidateCount = 0;
        Arrays.fill(populationScore, 0);
    }

    private int nextUnplaced(int from) {
        int neuron = from;
        while (neuron < network.neuronCount() && !isOpen(neuron)) {
            neuron++;
        }
        return neuron;
    }

    private boolean isOpen(int neuron) {
        return !assignments.isPlaced(neuron)
                && network.populations().get(populationOf[neuron]).model().takesInput();
    }

    private void fill() {
        int refusals = 0;
        int next = best();
        while (next >= 0 && refusals < MOST_REFUSALS) {
            if (!take(next)) {
                isRefused[next] = true;
                refusals++;
            }
            next = best();
        }
    }

    /** The open candidate of highest score, the first in order among equals; negative if there is none. */
    private int best() {
        int best = -1;
        double bestScore = 0;
        int open = 0;
        for (int i = 0; i < candidateCount; i++) {
            int neuron = candidates[i];
            if (assignments.isPlaced(neuron)) {
                continue;
            }
            candidates[open++] = neuron;
            double value = score[neuron] + populationScore[populationOf[neuron]];
            if (!isRefused[neuron] && (best < 0 || value > bestScore || value == bestScore && neuron < best)) {
                best = neuron;
                bestScore = value;
            }
        }
        candidateCount = open;
        return best;
    }

    private boolean take(int neuron) {
        int population = populationOf[neuron];
        int position = neuron - network.firstNeuron(population);
        List<Inlet> inlets = incoming.into(population);
        if (!filling.add(inlets, position)) {
            return false;
        }
        assignments.put(neuron, core);
        makeAtHome(neuron);
        for (Inlet inlet : inlets) {
            int from = inlet.first(position);
            for (int i = from; i < from + inlet.synapses(position); i++) {
                makeAtHome(inlet.dense() ? i : inlet.sources()[i]);
            }
        }
        return true;
    }

    private void makeAtHome(int source) {
        if (homeStamp[source] == core + 1) {
            return;
        }
        homeStamp[source] = core + 1;
        if (isOpen(source)) {
            gain(source, weight[source]);
        }
        int position = source - network.firstNeuron(populationOf[source]);
        for (Projection projection : outgoing.get(populationOf[source])) {
            gainAll(projection, position, weight[source]);
        }
    }

    private void gainAll(Projection projection, int source, double amount) {
        int target = network.index(projection.target());
        int firstTarget = network.firstNeuron(target);
        Synapses synapses = projection.synapses();
        if (synapses instanceof DenseSynapses) {
            if (populationScore[target] == 0) {
                for (int neuron = firstTarget; neuron < network.firstNeuron(target + 1); neuron++) {
                    gain(neuron, 0);
                }
            }
            populationScore[target] += amount;
            return;
        }
        for (int i = 0; i < synapses.outDegree(source); i++) {
            gain(firstTarget + synapses.target(source, i), amount);
        }
    }

    private void gain(int neuron, double amount) {
        if (assignments.isPlaced(neuron)) {
            return;
        }
        if (!isCandidate[neuron]) {
            isCandidate[neuron] = true;
            candidates[candidateCount++] = neuron;
        }
        score[neuron] += amount;
    }
}
