package ganglion.scenario.run;

import ganglion.documents.InputException;
import ganglion.kernel.network.Network;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.runtime.MembraneProbe;
import ganglion.scenario.bind.NetworkBinder;
import ganglion.scenario.bind.Stimulus;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import java.util.List;

/** Where the network of a scenario is built and simulated. It is chosen once, before a run; no result depends on it. */
public interface Backend {

    /** The threads of this process. */
    Backend THIS_PROCESS = (scenario, stimulus, settings, threads, progress) -> {
        Network network = NetworkBinder.bind(
                scenario, stimulus, threads, settings.threadsAsNeeded(), share -> progress.advanced("building", share));
        return new Built() {

            @Override
            public Network network() {
                return network;
            }

            @Override
            public ScenarioEngine engine(Network simulated, long ticks, List<MembraneProbe> probes) {
                return LocalEngine.of(simulated, ticks, settings, probes);
            }
        };
    };

    /**
     * Builds the network, or what this process needs of it.
     *
     * @param threads that build
     * @throws InputException if a file of the scenario cannot be used, or the scenario cannot be run here
     */
    Built build(Scenario scenario, Stimulus stimulus, RunSettings settings, TaskRunner threads, RunProgress progress)
            throws InputException;

    /** A network that is ready to be simulated. */
    interface Built {

        /** The network; without synapses that are not in this process. */
        Network network();

        /**
         * What simulates it.
         *
         * @param simulated the network, or another that has its populations and projections in the precision of a chip
         * @param ticks length of the run, counted from tick 0
         * @param probes potentials that are kept
         * @throws InputException if a file of the scenario cannot be used
         */
        ScenarioEngine engine(Network simulated, long ticks, List<MembraneProbe> probes) throws InputException;
    }
}
