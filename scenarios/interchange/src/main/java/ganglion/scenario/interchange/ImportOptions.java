package ganglion.scenario.interchange;

import ganglion.kernel.time.Clock;
import ganglion.scenario.interchange.compile.CompileOptions;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a graph becomes a scenario.
 *
 * @param clock the scenario's clock
 * @param compile what a tick is in the time of the graph, and how time constants become factors per tick
 * @param durationTicks how long the scenario runs; absent until the last spike is through, or a second without spikes
 * @param spikes a file of spikes that is fed into the graph's first input; absent for a list to be filled in
 */
public record ImportOptions(Clock clock, CompileOptions compile, OptionalLong durationTicks, Optional<Path> spikes) {

    public ImportOptions {
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(compile, "compile");
        Objects.requireNonNull(durationTicks, "durationTicks");
        Objects.requireNonNull(spikes, "spikes");
    }
}
