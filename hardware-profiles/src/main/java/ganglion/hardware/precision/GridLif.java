package ganglion.hardware.precision;

import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;
import java.util.Objects;

/**
 * Leaky integrate-and-fire neuron whose membrane is a fixed-point number, as on digital chips. As {@link
 * ganglion.kernel.neuron.model.Lif}, but what the leak leaves is rounded toward zero to the grid, and the membrane does not go
 * beyond its largest number:
 *
 * <pre>
 *   v &lt;- grid(beta v) + c + x      c = (1 - beta) rest + bias,  grid(v) = trunc(v / step) step
 *   v &lt;- min(max(v, -limit), limit)
 *   fire and reset as Lif
 * </pre>
 *
 * With weights, bias and threshold on the grid, the membrane stays on it.
 *
 * <p>Source: the rounding is that of the Loihi neuron in SANA-FE 2.2.1, whose step is 1/64; saturation as in two's
 * complement hardware.
 *
 * @param parameters as of Lif
 * @param step distance of two neighbouring potentials, a power of two, so that rounding to it is exact
 * @param limit largest potential, more than 0; infinity for none
 */
public record GridLif(LifParameters parameters, double step, double limit) implements NeuronModel {

    /** @throws IllegalArgumentException if the step is not a power of two, or the limit not more than 0 */
    public GridLif {
        Objects.requireNonNull(parameters, "parameters");
        if (!(step > 0) || Double.isInfinite(step) || step != Math.scalb(1.0, Math.getExponent(step))) {
            throw new IllegalArgumentException("the step of the membrane is " + step + ", expected a power of two");
        }
        if (!(limit > 0)) {
            throw new IllegalArgumentException("the largest potential is " + limit + ", expected more than 0");
        }
    }

    @Override
    public String name() {
        return "grid-lif";
    }

    @Override
    public void checkSize(int populationSize) {
        parameters.checkSize(populationSize);
    }

    @Override
    public NeuronGroup createGroup(int first, int size) {
        return new GridLifGroup(this, first, size);
    }
}
