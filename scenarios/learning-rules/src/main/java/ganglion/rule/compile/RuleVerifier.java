package ganglion.rule.compile;

import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.network.Network;
import ganglion.kernel.schedule.Partition;
import ganglion.learning.compile.Verification;
import ganglion.learning.compile.Verifier.SpikeComparison;
import ganglion.learning.sample.Sample.SampleInput;
import ganglion.learning.train.DataSet;
import java.util.List;
import java.util.function.Function;

/** Runs samples through a classifier that learned by a rule, and through the network compiled from it, and compares every spike. */
public final class RuleVerifier {

    private RuleVerifier() {}

    /**
     * Compares the classifier on all samples with networks that claim to be compiled from it.
     *
     * @param networks the network for the input of a sample, with the population of the compiled rule
     */
    public static Verification verify(CompiledRule rule, DataSet samples, Function<SampleInput, Network> networks) {
        SpikeComparison comparison = new SpikeComparison();
        String population = rule.population().name();
        for (int i = 0; i < samples.size(); i++) {
            SampleInput input = samples.sample(i, 0).input();
            Network network = networks.apply(input);
            long ticks = input.steps() + (long) CompiledRule.DELAY_TICKS;
            SimulationResult result = SequentialSimulation.run(network, Partition.whole(network), ticks, List.of());
            comparison.compare(
                    i, population, rule.spikes(input), result.spikesOf(population), CompiledRule.DELAY_TICKS, ticks);
        }
        return comparison.verification(samples.size());
    }
}
