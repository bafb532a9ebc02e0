package ganglion.kernel;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import java.util.List;

/**
 * Refuses states that a network cannot have come to, before anything is made of them. A checkpoint may be from another
 * version of a scenario: an error here names what differs, where an exception from the middle of a core would not.
 */
public final class StateChecks {

    private final Network network;
    private final List<Integer> traced;

    /** @param traced indices of the populations whose membrane potentials are recorded */
    public StateChecks(Network network, List<Integer> traced) {
        this.network = network;
        this.traced = traced;
    }

    /**
     * Checks a state against the network and the run.
     *
     * @param ticks length of the run, from its start
     * @throws IllegalArgumentException naming the first thing that does not fit
     */
    public void check(RunState state, long ticks) {
        require(
                state.tick() >= 0 && state.tick() <= ticks,
                "was taken at tick " + state.tick() + ", outside a run of " + ticks);
        checkNeurons(state);
        checkWishes(state);
        checkWeights(state);
        checkMembranes(state);
    }

    /** Throws unless a condition holds; the problem reads on from "the state does not fit: it ...". */
    private static void require(boolean fits, String problem) {
        if (!fits) {
            throw new IllegalArgumentException("the state does not fit: it " + problem);
        }
    }

    /** Each population must have its neurons' words and spikes of its own neurons, all before the tick. */
    private void checkNeurons(RunState state) {
        int populations = network.populations().size();
        require(
                state.neurons().size() == populations && state.spikes().size() == populations,
                "has " + state.neurons().size() + " populations, expected " + populations);
        for (int p = 0; p < populations; p++) {
            Population population = network.population(p);
            long words = (long) population.size() * RunState.wordsOfNeuron(population.model());
            require(
                    state.neurons().get(p).length == words,
                    "holds " + state.neurons().get(p).length + " numbers of population " + population.name()
                            + ", expected " + words);
            SpikeRaster spikes = state.spikes().get(p);
            require(
                    spikes.neuronCount() == population.size()
                            && (spikes.size() == 0 || spikes.tick(spikes.size() - 1) < state.tick()),
                    "has spikes of population " + population.name() + " that cannot be");
        }
    }

    /** Requests for visits must name neurons of the network and ticks that are still to come. */
    private void checkWishes(RunState state) {
        require(state.wishNeurons().length == state.wishTicks().length, "names neurons to visit without ticks");
        for (int i = 0; i < state.wishTicks().length; i++) {
            require(
                    state.wishTicks()[i] >= state.tick()
                            && state.wishNeurons()[i] >= 0
                            && state.wishNeurons()[i] < network.neuronCount(),
                    "names a neuron to visit that cannot be");
        }
    }

    /** Every plastic projection, and no other, must have a weight per synapse, and what else its rule keeps. */
    private void checkWeights(RunState state) {
        int next = 0;
        for (int p = 0; p < network.projections().size(); p++) {
            if (network.projection(p).plasticity().isPresent()) {
                require(
                        next < state.weights().size()
                                && state.weights().get(next).projection() == p
                                && state.weights().get(next).byPosition().length
                                        == network.projection(p).plasticNumbers(),
                        "lacks the weights of projection " + p);
                next++;
            }
        }
        require(next == state.weights().size(), "has weights of projections that are not plastic");
    }

    /** The traced populations must be those of the run, each with a potential per neuron and completed tick. */
    private void checkMembranes(RunState state) {
        require(
                state.membranes().size() == traced.size(),
                "has " + state.membranes().size() + " membrane traces, expected " + traced.size());
        for (int i = 0; i < traced.size(); i++) {
            Population population = network.population(traced.get(i));
            MembraneTrace trace = state.membranes().get(i);
            require(
                    trace.population().equals(population.name())
                            && trace.neuronCount() == population.size()
                            && trace.potentials().length == state.tick() * population.size(),
                    "lacks the membrane trace of population " + population.name());
        }
    }
}
