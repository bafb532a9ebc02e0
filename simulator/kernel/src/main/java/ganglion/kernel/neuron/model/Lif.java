package ganglion.kernel.neuron.model;

import ganglion.kernel.affine.AffineMap;
import ganglion.kernel.affine.AffineNeuron;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Leaky integrate-and-fire neuron with delta synapses. With input {@code x} (the summed weights that
 * arrive at a tick), each tick does
 *
 * <pre>
 *   v &lt;- (beta v + c) + x        c = (1 - beta) rest + bias
 *   fire if v &gt;= threshold        (v &gt; threshold if strict), and then
 *   v &lt;- reset potential | v - threshold | v
 * </pre>
 *
 * A delayed reset acts at the following tick: on the old potential before the leak for a reset to a value, after the input
 * for a reset by subtraction or one that loses the input. In a refractory period the potential stands still and input is lost. The additions happen in
 * the order of the brackets, so that a plain loop over ticks, a trainer's or a clock-driven simulator's, gives the same
 * bits.
 *
 * <p>Integrated in closed form ({@link Integration#CLOSED_FORM}) the same neuron follows the exact solution instead of the
 * iterated one: {@code k} ticks after the latest input, spike or end of a refractory period, at which its potential was
 * {@code v},
 *
 * <pre>
 *   v(k) = s + (v - s) beta^k      s = rest + bias / (1 - beta)          (beta &lt; 1)
 *   v(k) = v + bias k                                                    (beta = 1)
 * </pre>
 *
 * where {@code v - s} is what is stored, and {@code beta^k} is a product of two powers, of {@code k mod 4096} and of the rest.
 * Ticks whose summed input is zero do not count as input. Both ways differ by rounding only.
 *
 * <p>Source: Lapicque 1907; the discrete form is that of Eshraghian et al., "Training spiking neural networks using lessons
 * from deep learning", Proc. IEEE 111(9), 2023, eq. 4 and of NEST's iaf_psc_delta on its grid (Rotter and Diesmann 1999).
 *
 * @param parameters of the population
 * @param integration how the potential gets from tick to tick
 */
public record Lif(LifParameters parameters, Integration integration) implements NeuronModel {

    /**
     * @throws IllegalArgumentException if a closed form is asked for with a delayed reset, or with a beta that is below 1 by
     *     less than 1e-12
     */
    public Lif {
        Objects.requireNonNull(parameters, "parameters");
        if (integration == Integration.CLOSED_FORM) {
            if (parameters.delayedReset()) {
                throw new IllegalArgumentException("a delayed reset cannot be integrated in closed form");
            }
            parameters.beta().check("beta", Lif::hasClosedForm, "at most 1 - 1e-12, or 1, in closed form");
        }
    }

    private static boolean hasClosedForm(double beta) {
        return beta <= ClosedFormLifGroup.LARGEST_LEAKING_BETA || beta == 1;
    }

    /** Whether neurons with these parameters can be integrated in closed form. */
    public static boolean hasClosedForm(LifParameters parameters) {
        NeuronValues beta = parameters.beta();
        return !parameters.delayedReset()
                && IntStream.range(0, beta.count()).allMatch(neuron -> hasClosedForm(beta.at(neuron)));
    }

    /** The text of any record, written out as that of {@link LifParameters}. */
    @Override
    public String toString() {
        return "Lif[parameters=" + parameters + ", integration=" + integration + "]";
    }

    /** A neuron that is integrated tick by tick. */
    public Lif(LifParameters parameters) {
        this(parameters, Integration.PER_TICK);
    }

    @Override
    public String name() {
        return "lif";
    }

    @Override
    public void checkSize(int populationSize) {
        parameters.checkSize(populationSize);
    }

    @Override
    public Optional<LifParameters> plainLif() {
        return Optional.of(parameters);
    }

    @Override
    public Optional<AffineNeuron> affine(int neuron) {
        AffineMap tick =
                new AffineMap(new double[][] {{parameters.beta().at(neuron)}}, new double[][] {{1}}, new double[] {
                    MembraneMaps.drive(parameters, neuron)
                });
        return Optional.of(new MembraneMaps(parameters, neuron, tick));
    }

    @Override
    public NeuronGroup createGroup(int first, int size) {
        return switch (integration) {
            case PER_TICK -> new LifGroup(parameters, first, size);
            case CLOSED_FORM -> new ClosedFormLifGroup(parameters, first, size);
        };
    }
}
