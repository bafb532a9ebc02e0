package ganglion.scenario.result;

import ganglion.hardware.cost.ChipCost;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.checkpoint.NetworkFingerprint;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.NetworkSummary;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.time.Clock;
import ganglion.scenario.model.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The complete result of a run. Except {@code times} and {@code nodes}, it is a function of the scenario, the files that it names and the seed.
 *
 * @param scenario the scenario
 * @param network the network; its first populations are the scenario's inputs, in order
 * @param clock length of a tick
 * @param ticks length of the run if it is not stopped early
 * @param clips all clips and samples that were played, in order of the inputs, and of each input in order of time
 * @param result spikes of all populations, exact counts, recorded membrane potentials
 * @param decisions one per clip of the decided input; empty if the scenario decides nothing
 * @param costs one per chip, in the scenario's order
 * @param expectations outcomes, in the scenario's order
 * @param times wall-clock times
 * @param seed seed of the run
 * @param recorded what was written to disk during the run, if anything
 * @param precision effect of a chip's precision, if the scenario applies one; {@code network} then has this precision
 * @param shared what is known of the synapses if {@code network} has none, because several nodes ran it
 * @param nodes where it ran, if on several nodes; not reproducible, like {@code times}
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
        Optional<PrecisionChange> precision,
        Optional<SharedSynapses> shared,
        Optional<SpreadExecution> nodes) {

    public ScenarioRun {
        clips = List.copyOf(clips);
        decisions = List.copyOf(decisions);
        costs = List.copyOf(costs);
        expectations = List.copyOf(expectations);
    }

    /** A run with everything in memory, in full precision. */
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
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Counts and delays of the synapses of each projection. */
    public NetworkSummary synapses() {
        return shared.map(SharedSynapses::summary).orElseGet(() -> NetworkSummary.of(network));
    }

    /** Sum of the fingerprints of all synapses. Takes time proportional to their number. */
    public long synapseFingerprint() {
        return shared.map(SharedSynapses::fingerprint).orElseGet(() -> NetworkFingerprint.partOf(network));
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

    /** Spikes of the inputs at or after the end of the run, which have no effect, by input; only those that have some. */
    public Map<String, Integer> lateInputSpikes() {
        Map<String, Integer> late = new LinkedHashMap<>();
        for (Population population : network.populations()) {
            if (population.model() instanceof SpikeSource source) {
                int count = source.spikes().size() - source.spikes().firstIndexAt(ticks);
                if (count > 0) {
                    late.put(population.name(), count);
                }
            }
        }
        return late;
    }

    /** Number of ticks that were simulated. */
    public long ranTicks() {
        return result.ticks();
    }

    /** Whether it ran to its end. A run that was stopped early has decisions on completed clips only, and no outcomes. */
    public boolean complete() {
        return ranTicks() == ticks;
    }

    /** Whether it ran to its end and every expectation holds; also true if nothing is expected. */
    public boolean passed() {
        return complete() && expectations.stream().allMatch(ExpectationOutcome::passed);
    }
}
