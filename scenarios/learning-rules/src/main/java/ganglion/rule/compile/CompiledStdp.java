package ganglion.rule.compile;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.learning.sample.Sample.SampleInput;
import ganglion.learning.sample.SpikeInput;
import ganglion.learning.stdp.StdpClassifier;
import java.util.ArrayList;
import java.util.List;

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
