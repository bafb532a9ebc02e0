package ganglion.rule.compile;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.learning.rule.RuleClassifier;
import ganglion.learning.sample.Sample.SampleInput;
import ganglion.learning.sample.SpikeInput;
import ganglion.learning.stdp.StdpClassifier;
import ganglion.learning.tempotron.MapTempotron;
import ganglion.learning.tempotron.Tempotron;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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

    /**
     * A layer that learned by spike timing, with the weights and thresholds that it has. It runs in the simulator when it learns, so that
     * nothing has to be translated. No neuron fires later than a tick after the last step: without input potentials fall.
     */
    final class CompiledStdp implements CompiledRule {

        private final StdpClassifier classifier;

        CompiledStdp(StdpClassifier classifier) {
            this.classifier = classifier;
        }

        @Override
        public int inputs() {
            return classifier.inputs();
        }

        @Override
        public Population population() {
            return classifier.layer().population();
        }

        @Override
        public List<Projection> projections() {
            return classifier.layer().projections();
        }

        @Override
        public List<List<Integer>> groups() {
            List<List<Integer>> groups = new ArrayList<>();
            classifier.classes().forEach(name -> groups.add(new ArrayList<>()));
            for (int neuron = 0; neuron < classifier.layer().neurons(); neuron++) {
                int label = classifier.classOf(neuron);
                if (label != StdpClassifier.NO_CLASS) {
                    groups.get(label).add(neuron);
                }
            }
            return groups;
        }

        @Override
        public boolean votes() {
            return false;
        }

        @Override
        public SpikeInput inputOf(SampleInput sample) {
            return (SpikeInput) sample;
        }

        @Override
        public SpikeRaster spikes(SampleInput sample) {
            return classifier.layer().spikes(inputOf(sample));
        }
    }

    /**
     * The tempotrons of a classifier, those of a class side by side, behind the spikes of its map. The map itself compares frames with
     * prototypes, which no network of the simulator does: its output for a sample is the input.
     */
    final class CompiledTempotrons implements CompiledRule {

        private static final String NAME = "tempotrons";

        private final MapTempotron classifier;
        private final int each;
        private final List<Tempotron> tempotrons;

        CompiledTempotrons(MapTempotron classifier) {
            this.classifier = classifier;
            this.each = classifier.settings().tempotronsPerClass();
            this.tempotrons = IntStream.range(0, classifier.classes().size())
                    .boxed()
                    .flatMap(label -> classifier.tempotrons(label).stream())
                    .toList();
        }

        @Override
        public int inputs() {
            return classifier.map().units();
        }

        @Override
        public Population population() {
            return new Population(
                    NAME,
                    tempotrons.size(),
                    Tempotron.neuron(classifier.settings().tempotron()));
        }

        @Override
        public List<Projection> projections() {
            double[] weights = new double[Math.multiplyExact(inputs(), tempotrons.size())];
            for (int k = 0; k < tempotrons.size(); k++) {
                double[] own = tempotrons.get(k).weights();
                for (int unit = 0; unit < own.length; unit++) {
                    weights[unit * tempotrons.size() + k] = own[unit];
                }
            }
            return List.of(
                    new Projection(INPUT, NAME, new DenseSynapses(inputs(), tempotrons.size(), weights, DELAY_TICKS)));
        }

        @Override
        public List<List<Integer>> groups() {
            return IntStream.range(0, classifier.classes().size())
                    .mapToObj(label -> IntStream.range(label * each, (label + 1) * each)
                            .boxed()
                            .toList())
                    .toList();
        }

        @Override
        public boolean votes() {
            return true;
        }

        @Override
        public SpikeInput inputOf(SampleInput sample) {
            return classifier.spikes(sample);
        }

        @Override
        public SpikeRaster spikes(SampleInput sample) {
            SpikeInput pattern = inputOf(sample);
            double threshold = classifier.settings().tempotron().threshold();
            double[][] potentials =
                    tempotrons.stream().map(each -> each.potentials(pattern)).toArray(double[][]::new);
            SpikeRaster.Builder builder = SpikeRaster.builder(tempotrons.size());
            for (int t = 0; t < pattern.steps(); t++) {
                for (int k = 0; k < potentials.length; k++) {
                    if (potentials[k][t] >= threshold) {
                        builder.add(t + DELAY_TICKS, k);
                    }
                }
            }
            return builder.build();
        }
    }
}
