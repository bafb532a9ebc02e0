package ganglion.scenario.experiment.compile;

import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.SpikeSource;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.compile.CompiledModel;
import ganglion.learning.compile.Verification;
import ganglion.learning.compile.Verifier;
import ganglion.learning.sample.DenseInput;
import ganglion.learning.sample.SampleInput;
import ganglion.learning.sample.SpikeInput;
import ganglion.learning.train.DataSet;
import ganglion.scenario.InputException;
import ganglion.scenario.Scenario;
import ganglion.scenario.ScenarioOverrides;
import ganglion.scenario.bind.NetworkBinder;
import ganglion.scenario.experiment.format.TrainedClassifier;
import ganglion.scenario.format.ScenarioFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds a written scenario, read back from its files, against the model that it was compiled from. */
public final class ScenarioVerifier {

    private final Scenario scenario;

    private ScenarioVerifier(Scenario scenario) {
        this.scenario = scenario;
    }

    /**
     * Compares every spike of every layer, on all samples.
     *
     * @throws InputException if the scenario cannot be read
     */
    public static Verification verify(
            TrainedClassifier classifier, CompiledModel compiled, Path scenario, DataSet samples)
            throws InputException {
        ScenarioVerifier verifier = new ScenarioVerifier(ScenarioFiles.read(scenario, ScenarioOverrides.NONE));
        verifier.bind(Map.of(), Map.of());
        return Verifier.verify(classifier.trained().model(), compiled, samples, verifier::network);
    }

    private Network bind(Map<String, SpikeRaster> spikes, Map<String, float[][]> currents) throws InputException {
        return NetworkBinder.bind(scenario, spikes, currents, TaskRunner.SEQUENTIAL, share -> {});
    }

    private Network network(SampleInput input) {
        try {
            return input instanceof SpikeInput spikes
                    ? withInput(bind(Map.of(), Map.of()), spikes.raster())
                    : bind(Map.of(), Map.of(CompiledModel.INPUT, ((DenseInput) input).rows()));
        } catch (InputException e) {
            throw new IllegalStateException("the scenario could be bound before", e);
        }
    }

    private static Network withInput(Network network, SpikeRaster spikes) {
        List<Population> populations = new ArrayList<>(network.populations());
        Population input = populations.get(0);
        populations.set(0, new Population(input.name(), input.size(), new SpikeSource(spikes)));
        return new Network(populations, network.projections());
    }
}
