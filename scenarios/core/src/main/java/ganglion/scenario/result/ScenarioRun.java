package ganglion.scenario.result;

import ganglion.hardware.cost.ChipCost;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.checkpoint.NetworkFingerprint;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.NetworkSummary;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.WorkClock.Work;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.time.Clock;
import ganglion.scenario.model.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * The complete result of a run. Except for how it was executed, it is a function of the scenario, the files that it names and the seed.
 *
 * @param scenario the scenario
 * @param network the network; its first populations are the scenario's inputs, in order
 * @param ticks length of the run if it is not stopped early
 * @param clips all clips and samples that were played, in order of the inputs, and of each input in order of time
 * @param result spikes of all populations, exact counts, recorded membrane potentials
 * @param findings what was decided, costed and checked
 * @param execution how it was executed
 */
public record ScenarioRun(
        Scenario scenario,
        Network network,
        long ticks,
        List<Clip> clips,
        SimulationResult result,
        Findings findings,
        Execution execution) {

    public ScenarioRun {
        clips = List.copyOf(clips);
    }

    /**
     * What was decided, costed and checked.
     *
     * @param decisions one per clip of the decided input; empty if the scenario decides nothing
     * @param costs one per chip, in the scenario's order
     * @param expectations outcomes, in the scenario's order
     * @param precision effect of a chip's precision, if the scenario applies one; the network of the run then has this precision
     */
    public record Findings(
            List<Decision> decisions,
            List<ChipCost> costs,
            List<ExpectationOutcome> expectations,
            Optional<PrecisionChange> precision) {

        public Findings {
            decisions = List.copyOf(decisions);
            costs = List.copyOf(costs);
            expectations = List.copyOf(expectations);
        }
    }

    /**
     * How a run was executed.
     *
     * @param times wall-clock times; not reproducible
     * @param recorded what was written to disk during the run, if anything
     * @param shared what is known of the synapses if the network has none, because several nodes ran it
     * @param nodes where it ran, if on several nodes; not reproducible
     */
    public record Execution(
            RunTimes times,
            Optional<Recorded> recorded,
            Optional<SharedSynapses> shared,
            Optional<SpreadExecution> nodes) {}

    /** Length of a tick. */
    public Clock clock() {
        return scenario.clock();
    }

    /** Seed of the run. */
    public long seed() {
        return scenario.seed();
    }

    /** See {@link Findings}. */
    public List<Decision> decisions() {
        return findings.decisions();
    }

    /** See {@link Findings}. */
    public List<ChipCost> costs() {
        return findings.costs();
    }

    /** See {@link Findings}. */
    public List<ExpectationOutcome> expectations() {
        return findings.expectations();
    }

    /** See {@link Findings}. */
    public Optional<PrecisionChange> precision() {
        return findings.precision();
    }

    /** See {@link Execution}. */
    public RunTimes times() {
        return execution.times();
    }

    /** See {@link Execution}. */
    public Optional<Recorded> recorded() {
        return execution.recorded();
    }

    /** See {@link Execution}. */
    public Optional<SharedSynapses> shared() {
        return execution.shared();
    }

    /** See {@link Execution}. */
    public Optional<SpreadExecution> nodes() {
        return execution.nodes();
    }

    /** Counts and delays of the synapses of each projection. */
    public NetworkSummary synapses() {
        return shared().map(SharedSynapses::summary).orElseGet(() -> NetworkSummary.of(network));
    }

    /** Sum of the fingerprints of all synapses. Takes time proportional to their number. */
    public long synapseFingerprint() {
        return shared().map(SharedSynapses::fingerprint).orElseGet(() -> NetworkFingerprint.partOf(network));
    }

    /** Number of spikes of a population, by its index in the network. */
    public long spikeCount(int population) {
        return recorded()
                .filter(Recorded::streamed)
                .map(it -> it.spikeCounts().get(population))
                .orElseGet(() -> (long) result.spikes().get(population).size());
    }

    /** Whether the spikes of the run are on disk only. */
    public boolean isStreamed() {
        return recorded().filter(Recorded::streamed).isPresent();
    }

    /** Spikes of the inputs at or after the end of the run, which have no effect, by input; only those that have some. */
    public Map<String, Integer> lateInputSpikes() {
        return inputSpikes(spikes -> spikes.size() - spikes.firstIndexAt(ticks));
    }

    /** Spikes of the inputs that are one with another of their neuron and tick, by input; only those that have some. */
    public Map<String, Integer> mergedInputSpikes() {
        return inputSpikes(SpikeRaster::merged);
    }

    private Map<String, Integer> inputSpikes(ToIntFunction<SpikeRaster> count) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Population population : network.populations()) {
            if (population.model() instanceof SpikeSource source && count.applyAsInt(source.spikes()) > 0) {
                counts.put(population.name(), count.applyAsInt(source.spikes()));
            }
        }
        return counts;
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
        return complete() && expectations().stream().allMatch(ExpectationOutcome::passed);
    }

    /**
     * What is known of the synapses of a network that no place holds as a whole, because several nodes ran it.
     *
     * @param summary of all synapses
     * @param fingerprint sum of the fingerprints of all synapses
     */
    public record SharedSynapses(NetworkSummary summary, long fingerprint) {}

    /**
     * Wall-clock time of each phase of a run, in seconds. Not reproducible.
     *
     * @param hearSeconds decoding sound and encoding it as spikes or currents
     * @param buildSeconds reading weights and building the network
     * @param simulateSeconds running the network
     * @param costSeconds estimating the cost of the run on all chips
     * @param checkSeconds deciding and checking expectations
     * @param work shares of the time of running the network; empty for short runs and those on several nodes
     */
    public record RunTimes(
            double hearSeconds,
            double buildSeconds,
            double simulateSeconds,
            double costSeconds,
            double checkSeconds,
            Map<Work, Double> work) {

        /** The whole run. */
        public double totalSeconds() {
            return hearSeconds + buildSeconds + simulateSeconds + costSeconds + checkSeconds;
        }
    }
}
