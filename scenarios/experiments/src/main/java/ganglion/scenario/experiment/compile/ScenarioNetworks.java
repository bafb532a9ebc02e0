package ganglion.scenario.experiment.compile;

import ganglion.documents.InputException;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.compile.CompiledModel;
import ganglion.learning.sample.Sample.DenseInput;
import ganglion.learning.sample.Sample.SampleInput;
import ganglion.learning.sample.SpikeInput;
import ganglion.scenario.bind.NetworkBinder;
import ganglion.scenario.bind.Stimulus;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The network of a written scenario, read back from its files, with samples as its input. */
public final class ScenarioNetworks {

    private final Scenario scenario;

    private ScenarioNetworks(Scenario scenario) {
        this.scenario = scenario;
    }

    /** @throws InputException if the scenario cannot be read */
    public static ScenarioNetworks of(Path scenario) throws InputException {
        return of(ScenarioFiles.read(scenario, ScenarioOverrides.NONE));
    }

    /**
     * The networks of a scenario that was compiled from a model.
     *
     * @throws InputException if its files cannot be read
     */
    public static ScenarioNetworks of(Scenario scenario) throws InputException {
        ScenarioNetworks networks = new ScenarioNetworks(scenario);
        networks.bind(Map.of());
        return networks;
    }

    private Network bind(Map<String, float[][]> currents) throws InputException {
        return NetworkBinder.bind(scenario, Stimulus.ofCurrents(currents), TaskRunner.SEQUENTIAL, share -> {});
    }

    /** The network with a sample as its input: spikes as spikes, numbers as currents. */
    public Network of(SampleInput input) {
        return input instanceof SpikeInput spikes
                ? of(spikes.raster())
                : bound(Map.of(CompiledModel.INPUT, ((DenseInput) input).rows()));
    }

    /** The network with spikes as its input. */
    public Network of(SpikeRaster spikes) {
        Network network = bound(Map.of());
        List<Population> populations = new ArrayList<>(network.populations());
        Population input = populations.get(0);
        populations.set(0, new Population(input.name(), input.size(), new SpikeSource(spikes)));
        return new Network(populations, network.projections());
    }

    private Network bound(Map<String, float[][]> currents) {
        try {
            return bind(currents);
        } catch (InputException e) {
            throw new IllegalStateException("the scenario could be bound before", e);
        }
    }
}
