package ganglion.rule.compile;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.learning.sample.Sample.SampleInput;
import ganglion.learning.sample.SpikeInput;
import ganglion.learning.tempotron.MapTempotron;
import ganglion.learning.tempotron.Tempotron;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The tempotrons of a classifier, those of a class side by side, behind the spikes of its map. The map itself compares frames with
 * prototypes, which no network of the simulator does: its output for a sample is the input.
 */
public final class CompiledTempotrons {

    /** Ticks by which the tempotrons are later than the input: step {@code t} of a sample is their tick {@code t + 1}. */
    public static final int DELAY_TICKS = 1;

    /** Name of the population that the input's spikes come from. */
    public static final String INPUT = "input";

    private static final String NAME = "tempotrons";

    private final MapTempotron classifier;
    private final int each;
    private final List<Tempotron> tempotrons;

    /** Compiles a classifier. */
    public CompiledTempotrons(MapTempotron classifier) {
        this.classifier = classifier;
        this.each = classifier.settings().tempotronsPerClass();
        this.tempotrons = IntStream.range(0, classifier.classes().size())
                .boxed()
                .flatMap(label -> classifier.tempotrons(label).stream())
                .toList();
    }

    /** Number of units of the map, which the input's spikes come from. */
    public int inputs() {
        return classifier.map().units();
    }

    /** The neurons. */
    public Population population() {
        return new Population(
                NAME, tempotrons.size(), Tempotron.neuron(classifier.settings().tempotron()));
    }

    /** The synapses from the input. */
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

    /** Neurons that stand for each class, of which the class with the most that fire wins. */
    public List<List<Integer>> groups() {
        return IntStream.range(0, classifier.classes().size())
                .mapToObj(label -> IntStream.range(label * each, (label + 1) * each)
                        .boxed()
                        .toList())
                .toList();
    }

    /** The spikes of the map for a sample. */
    public SpikeInput inputOf(SampleInput sample) {
        return classifier.spikes(sample);
    }

    /** The spikes of the tempotrons for a sample, at their ticks, by the classifier's own arithmetic. */
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
