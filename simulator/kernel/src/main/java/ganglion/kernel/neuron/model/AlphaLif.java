package ganglion.kernel.neuron.model;

import ganglion.kernel.affine.AffineMap;
import ganglion.kernel.affine.AffineNeuron;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.current.AlphaCurrent;
import ganglion.kernel.neuron.group.AlphaLifGroup;
import ganglion.kernel.neuron.group.MembraneMaps;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Leaky integrate-and-fire neuron with synaptic currents of alpha shape, in discrete time. With one current, which rises by
 * {@code r} and stands at {@code g}, each tick does
 *
 * <pre>
 *   v &lt;- (beta v + c) + (rise gain r + current gain g)
 *   g &lt;- decay g + coupling r
 *   r &lt;- decay r + x
 * </pre>
 *
 * with the input {@code x} and {@code c = (1 - beta) rest + bias}; then the neuron fires and is reset like {@link Lif}. With
 * two currents, of positive and of negative weights, both are added to v one after the other. A spike leaves the currents
 * alone; in a refractory period they go on while the potential stands still.
 *
 * <p>With {@link AlphaCurrent#exact} this is NEST's iaf_psc_alpha on its grid (Rotter and Diesmann, "Exact digital
 * simulation of time-invariant linear systems", Biol. Cybern. 81, 1999).
 *
 * @param membrane leak, threshold, reset and refractory period
 * @param currents one current for all weights, or one for positive and one for negative weights
 */
public record AlphaLif(LifParameters membrane, List<AlphaCurrent> currents) implements NeuronModel {

    /** @throws IllegalArgumentException if there is no current or more than two */
    public AlphaLif {
        Objects.requireNonNull(membrane, "membrane");
        currents = List.copyOf(currents);
        if (currents.isEmpty() || currents.size() > 2) {
            throw new IllegalArgumentException("a neuron has 1 or 2 synaptic currents, not " + currents.size());
        }
    }

    @Override
    public String name() {
        return "alpha-lif";
    }

    @Override
    public boolean hasSynapticCurrents() {
        return true;
    }

    @Override
    public int inputChannels() {
        return currents.size();
    }

    @Override
    public void checkSize(int populationSize) {
        membrane.checkSize(populationSize);
        currents.forEach(current -> current.checkSize(populationSize));
    }

    @Override
    public Optional<AffineNeuron> affine(int neuron) {
        return Optional.of(new MembraneMaps(membrane, neuron, tick(neuron)));
    }

    /** The map of a usual tick: the potential, then for each current its rise and the current itself. */
    private AffineMap tick(int neuron) {
        int variables = 1 + 2 * currents.size();
        double[][] matrix = new double[variables][variables];
        double[][] gain = new double[variables][currents.size()];
        double[] constant = new double[variables];
        matrix[0][0] = membrane.beta().at(neuron);
        constant[0] = MembraneMaps.drive(membrane, neuron);
        for (int c = 0; c < currents.size(); c++) {
            AlphaCurrent current = currents.get(c);
            int rise = 1 + 2 * c;
            double decay = current.decay().at(neuron);
            matrix[0][rise] = current.riseGain().at(neuron);
            matrix[0][rise + 1] = current.currentGain().at(neuron);
            matrix[rise][rise] = decay;
            gain[rise][c] = 1;
            matrix[rise + 1][rise] = current.coupling().at(neuron);
            matrix[rise + 1][rise + 1] = decay;
        }
        return new AffineMap(matrix, gain, constant);
    }

    @Override
    public NeuronGroup createGroup(int first, int size) {
        return new AlphaLifGroup(membrane, currents, first, size);
    }
}
