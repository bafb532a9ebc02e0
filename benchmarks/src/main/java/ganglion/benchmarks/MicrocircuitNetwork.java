package ganglion.benchmarks;

import ganglion.documents.InputException;
import ganglion.kernel.network.Network;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.scenario.bind.NetworkBinder;
import ganglion.scenario.bind.Stimulus;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The cortical microcircuit of Potjans and Diesmann as the gallery has it: a weight and a delay drawn for each synapse, and all
 * neurons stepped at every tick.
 *
 * @param file scenario file in the folder of the gallery's scenario, which says how neurons are driven
 * @param scale of the numbers of neurons and of inputs per neuron; 1 is the whole model
 * @param milliseconds of model time
 */
record MicrocircuitNetwork(String file, double scale, int milliseconds) implements BenchmarkNetwork {

    private static final int TICKS_PER_MILLISECOND = 10;

    @Override
    public long ticks() {
        return (long) milliseconds * TICKS_PER_MILLISECOND;
    }

    @Override
    public double tickSeconds() {
        return 1e-3 / TICKS_PER_MILLISECOND;
    }

    @Override
    public Network network(TaskRunner runner) {
        Path path = Path.of(System.getProperty("ganglion.root", "."), "scenarios/gallery/microcircuit", file);
        ScenarioOverrides overrides = new ScenarioOverrides(
                Map.of("/variables/scale", Double.toString(scale)), OptionalLong.empty(), List.of(), false);
        try {
            Scenario scenario = ScenarioFiles.read(path, overrides);
            return NetworkBinder.bind(scenario, Stimulus.NONE, runner, share -> {});
        } catch (InputException e) {
            throw new IllegalStateException(e.problems().get(0).oneLine(), e);
        }
    }
}
