package ganglion.learning.compile;

import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.schedule.Partition;
import ganglion.learning.compile.CompiledModel.CompiledLayer;
import ganglion.learning.model.Model;
import ganglion.learning.reference.ReferenceNetwork;
import ganglion.learning.reference.layer.Sequence;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.SampleInput;
import ganglion.learning.train.DataSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Runs samples through a model, in double precision, and through the network compiled from it, and compares every spike. */
public final class Verifier {

    private final ReferenceNetwork reference;
    private final Model model;
    private final CompiledModel compiled;
    private final SpikeComparison comparison = new SpikeComparison();

    private Verifier(Model model, CompiledModel compiled) {
        this.model = model;
        this.reference = new ReferenceNetwork(model);
        this.compiled = compiled;
    }

    /** Compares the model and its network on all samples. */
    public static Verification verify(Model model, CompiledModel compiled, List<Sample> samples) {
        return verify(model, compiled, DataSet.of(samples), compiled::network);
    }

    /**
     * Compares the model on all samples with networks that claim to be compiled from it.
     *
     * @param networks the network for the input of a sample, with the populations of the compiled model
     */
    public static Verification verify(
            Model model, CompiledModel compiled, DataSet samples, Function<SampleInput, Network> networks) {
        Verifier verifier = new Verifier(model, compiled);
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.sample(i, 0);
            verifier.compare(i, sample, networks.apply(sample.input()));
        }
        return verifier.comparison.verification(samples.size());
    }

    private void compare(int number, Sample sample, Network network) {
        int steps = sample.input().steps();
        reference.forward(ReferenceNetwork.input(model, List.of(sample)));
        SimulationResult result =
                SequentialSimulation.run(network, Partition.whole(network), compiled.ticks(steps), List.of());
        for (CompiledLayer layer : compiled.layers()) {
            String name = layer.population().name();
            int delay = layer.delayTicks();
            SpikeRaster expected = raster(reference.trace(layer.modelLayer()).spikes(), delay);
            comparison.compare(number, name, expected, result.spikesOf(name), delay, delay + (long) steps);
        }
    }

    /** The spikes of one sample, with steps counted from a tick. */
    private static SpikeRaster raster(Sequence spikes, long fromTick) {
        SpikeRaster.Builder raster = SpikeRaster.builder(spikes.size());
        for (int k = 0; k < spikes.values().length; k++) {
            if (spikes.values()[k] != 0) {
                raster.add(fromTick + k / spikes.size(), k % spikes.size());
            }
        }
        return raster.build();
    }

    /** Compares spikes of populations with those that are expected, sample after sample. Not thread safe. */
    public static final class SpikeComparison {

        private static final int KEPT_DIFFERENCES = 100;

        private final List<Verification.Difference> differences = new ArrayList<>();
        private long differenceCount;
        private long spikes;

        /**
         * Compares one population for one sample.
         *
         * @param delayTicks by how much later than the step of the model both rasters are
         * @param ticks up to which the population is looked at
         */
        public void compare(
                int sample, String population, SpikeRaster expected, SpikeRaster actual, long delayTicks, long ticks) {
            spikes += expected.size();
            int stop = actual.firstIndexAt(ticks);
            int next = 0;
            for (int k = 0; k < expected.size(); k++) {
                while (next < stop && order(actual, next, expected, k) < 0) {
                    differ(sample, population, actual, next++, delayTicks, false);
                }
                if (next < stop && order(actual, next, expected, k) == 0) {
                    next++;
                } else {
                    differ(sample, population, expected, k, delayTicks, true);
                }
            }
            while (next < stop) {
                differ(sample, population, actual, next++, delayTicks, false);
            }
        }

        private static int order(SpikeRaster one, int i, SpikeRaster other, int k) {
            int byTick = Long.compare(one.tick(i), other.tick(k));
            return byTick != 0 ? byTick : Integer.compare(one.neuron(i), other.neuron(k));
        }

        private void differ(
                int sample, String population, SpikeRaster raster, int index, long delayTicks, boolean inModel) {
            differenceCount++;
            if (differences.size() < KEPT_DIFFERENCES) {
                differences.add(new Verification.Difference(
                        sample, population, raster.tick(index) - delayTicks, raster.neuron(index), inModel));
            }
        }

        /**
         * The result.
         *
         * @param samples how many were compared
         */
        public Verification verification(int samples) {
            return new Verification(samples, spikes, differences, differenceCount);
        }
    }
}
