package ganglion.scenario.run;

import ganglion.kernel.RunState;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.checkpoint.CheckpointFormat;
import ganglion.kernel.network.Network;
import ganglion.runtime.ActorSimulation;
import ganglion.runtime.MembraneProbe;
import ganglion.runtime.RunOptions;
import ganglion.scenario.Checkpoints;
import ganglion.scenario.InputException;
import ganglion.scenario.Problem;
import ganglion.scenario.RunProgress;
import ganglion.scenario.RunSettings;
import ganglion.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The simulation of a scenario's network, with progress, checkpoints and an early end. */
final class Simulation {

    /** 0.8 GB. */
    private static final long MOST_MEMBRANE_VALUES = 100_000_000;

    private final Scenario scenario;
    private final Network network;
    private final RunSettings settings;
    private final Checkpoints checkpoints;
    private final RunProgress progress;

    Simulation(
            Scenario scenario, Network network, RunSettings settings, Checkpoints checkpoints, RunProgress progress) {
        this.scenario = scenario;
        this.network = network;
        this.settings = settings;
        this.checkpoints = checkpoints;
        this.progress = progress;
    }

    /** @param ticks how long the run is, from its start */
    SimulationResult run(long ticks) throws InputException {
        RunOptions options = new RunOptions(settings.neuronsPerActor(), settings.threads(), probes(ticks));
        TickProgress listener = new TickProgress(ticks, share -> progress.advanced("simulating", share));
        Optional<CheckpointFormat> format = format();
        SimulationControl control = new SimulationControl(
                listener,
                progress,
                checkpoints.file().map(file -> new CheckpointFile(file, format.orElseThrow())),
                checkpoints.everySeconds());
        SimulationResult result = checkpoints.resumeFrom().isEmpty()
                ? ActorSimulation.run(network, ticks, options, control)
                : resume(ticks, options, control, format.orElseThrow());
        listener.advanced(result.ticks()); // the engine says nothing of idle time at the end
        return result;
    }

    private Optional<CheckpointFormat> format() {
        boolean needed =
                checkpoints.resumeFrom().isPresent() || checkpoints.file().isPresent();
        return needed ? Optional.of(new CheckpointFormat(network)) : Optional.empty();
    }

    private SimulationResult resume(long ticks, RunOptions options, SimulationControl control, CheckpointFormat format)
            throws InputException {
        RunState from = new CheckpointFile(checkpoints.resumeFrom().orElseThrow(), format).read();
        try {
            return ActorSimulation.resume(network, ticks, options, control, from);
        } catch (IllegalArgumentException e) { // of other probes, or after the end of this run
            String file = checkpoints.resumeFrom().orElseThrow().toString();
            throw new InputException(new Problem(file, 0, "", e.getMessage()));
        }
    }

    private List<MembraneProbe> probes(long ticks) throws InputException {
        List<MembraneProbe> probes = new ArrayList<>();
        for (String population : scenario.recording().membranes()) {
            long values = ticks * scenario.population(population).orElseThrow().size();
            if (values > MOST_MEMBRANE_VALUES) {
                throw new InputException(scenario.problem(
                        "/record/membrane",
                        "found " + values + " potentials of " + population + " to keep, expected at most "
                                + MOST_MEMBRANE_VALUES));
            }
            probes.add(new MembraneProbe(population));
        }
        return probes;
    }
}
