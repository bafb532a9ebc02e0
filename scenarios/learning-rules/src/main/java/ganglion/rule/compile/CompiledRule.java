package ganglion.rule.compile;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.learning.rule.RuleClassifier;
import ganglion.learning.sample.Sample.SampleInput;
import ganglion.learning.sample.SpikeInput;
import ganglion.learning.stdp.StdpClassifier;
import ganglion.learning.tempotron.MapTempotron;
import java.util.List;

/**
 * A classifier that learned by a rule as a network of the kernel: one population behind the input's spikes. Step {@code t} of a sample is
 * tick {@code t + 1} of the population, as every synapse takes a tick.
 */
public interface CompiledRule {

    /** Ticks by which the population is later than the input. */
    int DELAY_TICKS = 1;

    /** Name of the population that the input's spikes come from. */
    String INPUT = "input";

    /** Compiles a classifier. */
    static CompiledRule of(RuleClassifier classifier) {
        return classifier instanceof MapTempotron map
                ? new CompiledTempotrons(map)
                : new CompiledStdp((StdpClassifier) classifier);
    }

    /** Number of neurons that the input's spikes come from. */
    int inputs();

    /** The neurons. */
    Population population();

    /** The synapses from the input and, where there are some, among the neurons. */
    List<Projection> projections();

    /** Neurons that stand for each class. */
    List<List<Integer>> groups();

    /** Whether the class wins of which most neurons fire, rather than that whose neurons fire most on average. */
    boolean votes();

    /** The input's spikes for a sample. */
    SpikeInput inputOf(SampleInput sample);

    /** The spikes of the population for a sample, at its ticks, by the classifier's own arithmetic. */
    SpikeRaster spikes(SampleInput sample);
}
