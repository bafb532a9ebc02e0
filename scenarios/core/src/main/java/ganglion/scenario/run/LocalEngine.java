package ganglion.scenario.run;

import ganglion.kernel.RunState;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.checkpoint.CheckpointFormat;
import ganglion.kernel.network.Network;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.kernel.schedule.ThreadRule;
import ganglion.runtime.ActorSimulation;
import ganglion.runtime.MembraneProbe;
import ganglion.runtime.RunControl;
import ganglion.runtime.RunOptions;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import java.util.List;
import java.util.Optional;

/** Simulates a network on threads of this process. */
record LocalEngine(Network network, long ticks, RunOptions options) implements ScenarioEngine {

    static LocalEngine of(Network network, long ticks, RunSettings settings, List<MembraneProbe> probes) {
        int threads = settings.threadsAsNeeded() ? ThreadRule.threads(network, settings.threads()) : settings.threads();
        return new LocalEngine(network, ticks, new RunOptions(settings.neuronsPerActor(), threads, probes));
    }

    @Override
    public CheckpointFormat format() {
        return new CheckpointFormat(network);
    }

    @Override
    public long memoryTicks() {
        return network.memoryTicks();
    }

    @Override
    public SimulationResult run(RunControl control, Optional<RunState> from) {
        return from.isPresent()
                ? ActorSimulation.resume(network, ticks, options, control, from.get())
                : ActorSimulation.run(network, ticks, options, control);
    }

    @Override
    public Network whole(TaskRunner threads, RunProgress progress) {
        return network;
    }
}
