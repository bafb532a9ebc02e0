package ganglion.scenario.result;

import ganglion.hardware.cost.ChipCost;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.network.Network;
import ganglion.kernel.time.Clock;
import ganglion.scenario.model.Scenario;
import java.util.List;
import java.util.Optional;

/**
 * All that a run gave. But for {@code times} it is a function of the scenario, the files that it names and the seed.
 *
 * @param scenario what was run
 * @param network the network; its first populations are the scenario's inputs, in order
 * @param clock length of a tick
 * @param ticks how long it was to run
 * @param clips all clips and samples that were played, in order of the inputs, and of each input in order of time
 * @param result spikes of all populations, exact counts, recorded membranes
 * @param decisions one for each clip; empty if the scenario decides nothing
 * @param costs one for each chip, in the scenario's order
 * @param expectations outcomes in the scenario's order
 * @param times wall-clock times
 * @param seed seed that was used
 * @param recorded what was written to disk as it went, if anything was
 * @param precision what a chip's precision changed, if the scenario applies one; the network is in its bits then
 */
public record ScenarioRun(
        Scenario scenario,
        Network network,
        Clock clock,
        long ticks,
        List<Clip> clips,
        SimulationResult result,
        List<Decision> decisions,
        List<ChipCost> costs,
        List<ExpectationOutcome> expectations,
        RunTimes times,
        long seed,
        Optional<Recorded> recorded,
        Optional<PrecisionChange> precision) {

    public ScenarioRun {
        clips = List.copyOf(clips);
        decisions = List.copyOf(decisions);
        costs = List.copyOf(costs);
        expectations = List.copyOf(expectations);
    }

    /** A run of which everything is in memory, in full precision. */
    public ScenarioRun(
            Scenario scenario,
            Network network,
            Clock clock,
            long ticks,
            List<Clip> clips,
            SimulationResult result,
            List<Decision> decisions,
            List<ChipCost> costs,
            List<ExpectationOutcome> expectations,
            RunTimes times,
            long seed) {
        this(
                scenario,
                network,
                clock,
                ticks,
                clips,
                result,
                decisions,
                costs,
                expectations,
                times,
                seed,
                Optional.empty(),
                Optional.empty());
    }

    /** Number of spikes of a population, by its index in the network. */
    public long spikeCount(int population) {
        return recorded.filter(Recorded::streamed)
                .map(it -> it.spikeCounts().get(population))
                .orElseGet(() -> (long) result.spikes().get(population).size());
    }

    /** Whether the spikes of the run are on disk only. */
    public boolean isStreamed() {
        return recorded.filter(Recorded::streamed).isPresent();
    }

    /** How long it ran. */
    public long ranTicks() {
        return result.ticks();
    }

    /** Whether it ran to its end. What was stopped has decided only the clips that were over, and checked nothing. */
    public boolean complete() {
        return ranTicks() == ticks;
    }

    /** Whether it ran to its end and every expectation holds; also true where nothing is expected. */
    public boolean passed() {
        return complete() && expectations.stream().allMatch(ExpectationOutcome::passed);
    }
}
