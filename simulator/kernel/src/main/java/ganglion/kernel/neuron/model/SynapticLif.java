package ganglion.kernel.neuron.model;

import ganglion.kernel.affine.AffineMap;
import ganglion.kernel.affine.AffineNeuron;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.current.SynapticCurrent;
import ganglion.kernel.neuron.group.MembraneMaps;
import ganglion.kernel.neuron.group.SynapticLifGroup;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Leaky integrate-and-fire neuron with exponentially decaying synaptic currents, in discrete time. With one current
 * {@code g}, each tick does, depending on the order,
 *
 * <pre>
 *   potential first                          current first
 *   v &lt;- (beta v + c) + gain g               g &lt;- (decay g + b) + x
 *   g &lt;- (decay g + b) + x                   v &lt;- (beta v + c) + gain g
 * </pre>
 *
 * with the input {@code x} (the summed weights that arrive at the tick), the bias {@code b} of the current and {@code c = (1 - beta) rest + bias}; then the
 * neuron fires and is reset like {@link Lif}. With two currents {@code e} and {@code i}, which take positive and negative
 * weights, {@code (gain_e e) + (gain_i i)} is added one after the other, in this order. A spike leaves the currents alone;
 * in a refractory period they go on while the potential stands still.
 *
 * <p>Potential first with {@link SynapticCurrent#exact} is NEST's iaf_psc_exp on its grid (Rotter and Diesmann, "Exact
 * digital simulation of time-invariant linear systems", Biol. Cybern. 81, 1999). Current first is snnTorch's Synaptic
 * (Eshraghian et al., Proc. IEEE 111(9), 2023) and the CubaLIF of NIR (Pedersen et al., Nat. Commun. 15, 2024) as trainers
 * discretise it; Synaptic's reset to zero is {@link Reset#TO_VALUE_LOSING_INPUT}.
 *
 * @param membrane leak, threshold, reset and refractory period
 * @param currents one current for all weights, or one for positive and one for negative weights
 * @param order whether input acts on the potential at once
 */
public record SynapticLif(LifParameters membrane, List<SynapticCurrent> currents, SynapticOrder order)
        implements NeuronModel {

    /** @throws IllegalArgumentException if there is no current or more than two */
    public SynapticLif {
        Objects.requireNonNull(membrane, "membrane");
        Objects.requireNonNull(order, "order");
        currents = List.copyOf(currents);
        if (currents.isEmpty() || currents.size() > 2) {
            throw new IllegalArgumentException("a neuron has 1 or 2 synaptic currents, not " + currents.size());
        }
    }

    @Override
    public String name() {
        return "synaptic-lif";
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

    /** The map of a usual tick: the potential, then the currents. */
    private AffineMap tick(int neuron) {
        int variables = 1 + currents.size();
        boolean currentFirst = order == SynapticOrder.CURRENT_FIRST;
        double[][] matrix = new double[variables][variables];
        double[][] gain = new double[variables][currents.size()];
        double[] constant = new double[variables];
        matrix[0][0] = membrane.beta().at(neuron);
        constant[0] = MembraneMaps.drive(membrane, neuron);
        for (int c = 0; c < currents.size(); c++) {
            SynapticCurrent current = currents.get(c);
            double decay = current.decay().at(neuron);
            double perCurrent = current.gain().at(neuron);
            double bias = current.bias().at(neuron);
            matrix[c + 1][c + 1] = decay;
            gain[c + 1][c] = 1;
            constant[c + 1] = bias;
            matrix[0][c + 1] = currentFirst ? perCurrent * decay : perCurrent;
            gain[0][c] = currentFirst ? perCurrent : 0;
            constant[0] += currentFirst ? perCurrent * bias : 0;
        }
        return new AffineMap(matrix, gain, constant);
    }

    @Override
    public NeuronGroup createGroup(int first, int size) {
        return new SynapticLifGroup(membrane, currents, order == SynapticOrder.CURRENT_FIRST, first, size);
    }
}
