package ganglion.learning.compile;

import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.schedule.Partition;
import ganglion.learning.sample.SampleInput;
import ganglion.learning.train.DataSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Runs samples through a classifier that learned by a rule, and through the network compiled from it, and compares every spike. */
public final class RuleVerifier {

    private static final int KEPT_DIFFERENCES = 100;

    private final CompiledRule rule;
    private final List<Verification.Difference> differences = new ArrayList<>();
    private long differenceCount;
    private long spikes;

    private RuleVerifier(CompiledRule rule) {
        this.rule = rule;
    }

    /**
     * Compares the classifier on all samples with networks that claim to be compiled from it.
     *
     * @param networks the network for the input of a sample, with the population of the compiled rule
     */
    public static Verification verify(CompiledRule rule, DataSet samples, Function<SampleInput, Network> networks) {
        RuleVerifier verifier = new RuleVerifier(rule);
        for (int i = 0; i < samples.size(); i++) {
            SampleInput input = samples.sample(i, 0).input();
            verifier.compare(i, input, networks.apply(input));
        }
        return new Verification(samples.size(), verifier.spikes, verifier.differences, verifier.differenceCount);
    }

    private void compare(int number, SampleInput input, Network network) {
        long ticks = input.steps() + (long) CompiledRule.DELAY_TICKS;
        SimulationResult result = SequentialSimulation.run(network, Partition.whole(network), ticks, List.of());
        SpikeRaster actual = result.spikesOf(rule.population().name());
        SpikeRaster expected = rule.spikes(input);
        spikes += expected.size();
        int stop = actual.firstIndexAt(ticks);
        int next = 0;
        for (int k = 0; k < expected.size(); k++) {
            while (next < stop && order(actual, next, expected, k) < 0) {
                differ(number, actual, next++, false);
            }
            if (next < stop && order(actual, next, expected, k) == 0) {
                next++;
            } else {
                differ(number, expected, k, true);
            }
        }
        while (next < stop) {
            differ(number, actual, next++, false);
        }
    }

    private static int order(SpikeRaster one, int i, SpikeRaster other, int k) {
        int byTick = Long.compare(one.tick(i), other.tick(k));
        return byTick != 0 ? byTick : Integer.compare(one.neuron(i), other.neuron(k));
    }

    private void differ(int sample, SpikeRaster raster, int index, boolean inModel) {
        differenceCount++;
        if (differences.size() < KEPT_DIFFERENCES) {
            differences.add(new Verification.Difference(
                    sample,
                    rule.population().name(),
                    raster.tick(index) - CompiledRule.DELAY_TICKS,
                    raster.neuron(index),
                    inModel));
        }
    }
}
