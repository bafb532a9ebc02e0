package ganglion.kernel.neuron.model;

import ganglion.kernel.affine.AffineMap;
import ganglion.kernel.affine.AffineNeuron;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;
import java.util.Optional;

/**
 * A read-out that integrates and leaks like a {@link Lif} neuron but never fires: {@code v <- beta v + x} at each tick.
 * Its potential is the output, as in the read-out layers of trained networks; a loss or a decision looks at its maximum
 * or its mean.
 *
 * @param beta share of the potential that remains after one tick, 0 to 1
 */
public record LeakyIntegrator(double beta) implements NeuronModel {

    /** @throws IllegalArgumentException if beta is outside 0 to 1 */
    public LeakyIntegrator {
        LifParameters.of(beta, 1);
    }

    @Override
    public String name() {
        return "leaky-integrator";
    }

    @Override
    public Optional<AffineNeuron> affine(int neuron) {
        AffineMap tick = new AffineMap(new double[][] {{beta}}, new double[][] {{1}}, new double[1]);
        return Optional.of(new MembraneMaps(LifParameters.of(beta, Double.MAX_VALUE), 0, tick));
    }

    @Override
    public NeuronGroup createGroup(int first, int size) {
        return LifGroup.neverFiring(beta, size);
    }
}
