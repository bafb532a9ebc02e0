package ganglion.scenario.model;

import ganglion.documents.Problem;
import ganglion.documents.place.SourceMap;
import ganglion.hardware.estimate.Battery;
import ganglion.kernel.time.Clock;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A scenario as its file describes it: what comes in, the network, on which chips it is costed, what is expected. Valid in
 * itself; the files that it names are read when it is run.
 *
 * @param file the scenario file, absolute
 * @param source where its values stand in the file, for problems found later
 * @param name short name
 * @param description one human-readable paragraph; may be empty
 * @param tags words that suites of scenarios are chosen by
 * @param random where random numbers come from
 * @param clock length of a tick
 * @param durationTicks how long it runs; absent to run until all clips are over
 * @param inputs where spikes come in, at least one
 * @param populations neurons that are simulated, at least one
 * @param projections synapses between them
 * @param recording what is recorded
 * @param decision how clips are decided, if they are
 * @param hardware chips that the run is costed on, and how
 * @param battery what feeds a device, if the scenario says
 * @param expectations what must hold
 * @param points the runs that the scenario asks for, at least one
 * @param overrides what the command line changed in the file
 * @param written the text of each value of the file by JSON pointer, changed by the command line; empty if there are too many
 */
public record Scenario(
        Path file,
        SourceMap source,
        String name,
        String description,
        List<String> tags,
        RandomStreams random,
        Clock clock,
        OptionalLong durationTicks,
        List<Input> inputs,
        List<PopulationSpec> populations,
        List<ProjectionSpec> projections,
        Recording recording,
        Optional<DecisionRule> decision,
        List<HardwareSpec> hardware,
        Optional<Battery> battery,
        List<Expectation> expectations,
        List<RunPoint> points,
        ScenarioOverrides overrides,
        Map<String, String> written) {

    public Scenario {
        inputs = List.copyOf(inputs);
        populations = List.copyOf(populations);
        projections = List.copyOf(projections);
        hardware = List.copyOf(hardware);
        expectations = List.copyOf(expectations);
        tags = List.copyOf(tags);
        points = List.copyOf(points);
    }

    /** Seed of everything random that has none of its own. */
    public long seed() {
        return random.seed();
    }

    /** The population of a name, if there is one; inputs are none. */
    public Optional<PopulationSpec> population(String name) {
        return populations.stream()
                .filter(population -> population.name().equals(name))
                .findFirst();
    }

    /** The chip whose precision the run itself has, if any. */
    public Optional<HardwareSpec> precision() {
        return hardware.stream().filter(HardwareSpec::appliesPrecision).findFirst();
    }

    /** Whether this is a sweep or is repeated, so that there is more than one run. */
    public boolean isStudy() {
        return points.size() != 1 || !points.get(0).isOnly();
    }

    /** A problem with the value at a pointer, in this scenario's file. */
    public Problem problem(String pointer, String message) {
        return source.problem(pointer, message);
    }
}
