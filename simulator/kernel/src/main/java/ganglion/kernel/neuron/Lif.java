package ganglion.kernel.neuron;

import java.util.Objects;

/**
 * Leaky integrate-and-fire neuron with delta synapses, in discrete time. With input {@code x} (the summed weights that
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
 * <p>Source: Lapicque 1907; the discrete form is that of Eshraghian et al., "Training spiking neural networks using lessons
 * from deep learning", Proc. IEEE 111(9), 2023, eq. 4 and of NEST's iaf_psc_delta on its grid (Rotter and Diesmann 1999).
 *
 * @param parameters of the population
 */
public record Lif(LifParameters parameters) implements NeuronModel {

    public Lif {
        Objects.requireNonNull(parameters, "parameters");
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
    public NeuronGroup createGroup(int first, int size) {
        return new LifGroup(parameters, first, size);
    }
}
