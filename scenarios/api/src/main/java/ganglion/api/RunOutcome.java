package ganglion.api;

import ganglion.api.engine.ProbeSamples;
import ganglion.api.engine.RecordedRunFiles;
import ganglion.api.engine.RunCall;
import ganglion.api.engine.RunCosts;
import ganglion.api.engine.SynapseColumns;
import ganglion.kernel.PlasticWeights;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.report.spikes.RecordedSpikes;
import ganglion.scenario.result.ScenarioRun;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiPredicate;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What came of a run. Except {@link #wallSeconds()}, it is a function of the scenario, its files and the seed: the same bits on any number of
 * threads. Immutable and thread safe; arrays are copies.
 *
 * <pre>{@code
 * RunOutcome run = GanglionApi.scenario(Path.of("scenario.yaml")).run();
 * SpikeData spikes = run.spikes("out");
 * long[] ticks = spikes.ticks();
 * int[] neurons = spikes.neurons();
 * for (EnergyEstimate energy : run.cost("odin", "stm32u575")) {
 *     System.out.println(energy.device() + " " + energy.boundary() + " " + energy.joules());
 * }
 * Path directory = run.writeTo(Path.of("run-of-two-taps"));
 * System.out.println(directory.resolve("report.html"));
 * }</pre>
 */
@API(status = Status.STABLE, since = "0.2")
public final class RunOutcome {

    private final RunCall call;
    private final ScenarioRun run;

    RunOutcome(RunCall call) {
        this.call = call;
        this.run = call.run();
    }

    /**
     * The class that was decided for a clip or sample, or for the whole run.
     *
     * @param clip what was heard, as the scenario names it; empty for a run without clips
     * @param label what it is; empty if the scenario does not say
     * @param winner what was decided: a label or the number of a neuron; empty for nothing
     * @param correct whether the winner is the label; false where either is missing
     * @param firstSpikeSeconds time of the winner's first spike, from the start of the run; absent if it did not fire
     */
    @API(status = Status.STABLE, since = "0.2")
    public record Decision(
            String clip, String label, String winner, boolean correct, OptionalDouble firstSpikeSeconds) {}

    /**
     * An expectation of the scenario, checked.
     *
     * @param pointer JSON pointer to it in the scenario
     * @param text what is expected, human-readable
     * @param passed whether it holds
     * @param found value of the run, with its unit
     * @param expected values that pass, with their unit
     */
    @API(status = Status.STABLE, since = "0.2")
    public record Expectation(String pointer, String text, boolean passed, String found, String expected) {}

    /** What ran. */
    public RunnableScenario scenario() {
        return new RunnableScenario(call.scenario());
    }

    /** The seed of everything random. */
    public long seed() {
        return run.seed();
    }

    /** Length of a tick in seconds. */
    public double tickSeconds() {
        return run.clock().tickSeconds();
    }

    /** Number of ticks that were simulated. */
    public long ticks() {
        return run.ranTicks();
    }

    /** Whether it ran to its end, and was not cancelled. */
    public boolean complete() {
        return run.complete();
    }

    /** Whether it ran to its end and every expectation holds; also true if nothing is expected. */
    public boolean passed() {
        return run.passed();
    }

    /** How long it took, in seconds of the wall clock. Not reproducible. */
    public double wallSeconds() {
        return run.times().totalSeconds();
    }

    /** The expectations of the scenario; empty for a run that was cancelled. */
    public List<Expectation> expectations() {
        return run.expectations().stream()
                .map(each -> new Expectation(each.pointer(), each.text(), each.passed(), each.found(), each.expected()))
                .toList();
    }

    /** Names of all sources and populations, sources first. */
    public List<String> populations() {
        return network().populations().stream().map(Population::name).toList();
    }

    private Network network() {
        return run.network();
    }

    /**
     * The spikes of a population or source, all of them, whatever the run directory is to hold.
     *
     * @throws InvalidInputException if there is none of that name, or the scenario streams spikes to disk
     */
    public SpikeData spikes(String population) {
        int index = index(population);
        if (run.isStreamed()) {
            throw InvalidInputException.ofSetting(
                    "/record/stream",
                    "found spikes that went to disk, expected false: spikes.csv of the run directory has them");
        }
        return new SpikeData(population, run.result().spikes().get(index), run.clock(), run.ranTicks());
    }

    private int index(String population) {
        int index = populations().indexOf(population);
        if (index < 0) {
            throw InvalidInputException.ofArgument(
                    "found \"" + population + "\", expected one of " + String.join(", ", populations()));
        }
        return index;
    }

    /** Number of spikes of all populations and sources. */
    public long spikeCount() {
        return run.result().activity().spikes();
    }

    /** Number of synaptic events: weights that arrived at a neuron. */
    public long synapticEvents() {
        return run.result().activity().synapticEvents();
    }

    /** Number of neurons, those of sources included. */
    public int neuronCount() {
        return network().neuronCount();
    }

    /** Number of synapses. */
    public long synapseCount() {
        return network().projections().stream()
                .mapToLong(projection -> projection.synapses().count())
                .sum();
    }

    /** SHA-256 of the recorded spikes as {@code spikes.csv} has them: equal hashes mean equal spikes. */
    public String rasterHash() {
        return RecordedSpikes.of(run).hash();
    }

    /**
     * The membrane potentials of a population that were recorded: by its first probe, or else at every tick, as
     * {@code record: {membrane: [NAME]}} asks for.
     *
     * @throws InvalidInputException if none were
     */
    public ProbeData potentials(String population) {
        return probe(ProbeSamples.POTENTIAL, population)
                .or(() -> ProbeSamples.everyTick(run, population).map(this::data))
                .orElseThrow(() -> notRecorded(ProbeSamples.POTENTIAL + "s of " + population, "recordPotentials"));
    }

    /**
     * The synaptic currents of a population, as its first probe saw them.
     *
     * @throws InvalidInputException if none did
     */
    public ProbeData currents(String population) {
        return probe(ProbeSamples.CURRENT, population)
                .orElseThrow(() -> notRecorded(ProbeSamples.CURRENT + "s of " + population, "recordCurrents"));
    }

    /**
     * The weights of the first plastic projection from one population to another, as a probe saw them.
     *
     * @throws InvalidInputException if none did
     */
    public ProbeData weightsOverTime(String from, String to) {
        String projection = from + " to " + to;
        return probe(ProbeSamples.WEIGHTS, projection)
                .orElseThrow(() -> notRecorded("weights of " + projection, "recordWeights and a plastic projection"));
    }

    /**
     * Spikes and rates of all populations, as a probe saw them.
     *
     * @throws InvalidInputException if none did
     */
    public ProbeData activity() {
        return probe(ProbeSamples.ACTIVITY, "").orElseThrow(() -> notRecorded("activity", "recordActivity"));
    }

    private static InvalidInputException notRecorded(String what, String method) {
        return InvalidInputException.ofArgument("found no recorded " + what + ", expected " + method);
    }

    /** What all probes saw, in their order; a probe of weights gives one for each plastic projection. */
    public List<ProbeData> probes() {
        return probes((kind, of) -> true);
    }

    private Optional<ProbeData> probe(String kind, String of) {
        return probes((otherKind, other) -> otherKind.equals(kind) && other.equals(of)).stream()
                .findFirst();
    }

    private List<ProbeData> probes(BiPredicate<String, String> wanted) {
        try {
            return GanglionException.translated(
                    () -> ProbeSamples.of(run, wanted).stream().map(this::data).toList());
        } finally {
            Reference.reachabilityFence(this); // or what probes wrote might be deleted while it is read
        }
    }

    private ProbeData data(ProbeSamples samples) {
        return new ProbeData(samples, run.clock());
    }

    /** The synapses of all projections, in their order; weights of plastic ones are those at the end of the run. */
    public List<SynapseData> synapses() {
        List<SynapseData> all = new ArrayList<>();
        for (int number = 0; number < network().projections().size(); number++) {
            all.add(synapses(number));
        }
        return List.copyOf(all);
    }

    /**
     * The synapses of the first projection from one population to another.
     *
     * @throws InvalidInputException if there is none
     */
    public SynapseData synapses(String from, String to) {
        List<Projection> projections = network().projections();
        for (int number = 0; number < projections.size(); number++) {
            if (projections.get(number).source().equals(from)
                    && projections.get(number).target().equals(to)) {
                return synapses(number);
            }
        }
        throw InvalidInputException.ofArgument("found no projection from " + from + " to " + to + ", expected one");
    }

    private SynapseData synapses(int number) {
        Optional<double[]> current = run.result().weights().stream()
                .filter(weights -> weights.projection() == number)
                .findFirst()
                .map(PlasticWeights::byPosition);
        return new SynapseData(SynapseColumns.of(network().projections().get(number), current));
    }

    /** The decisions in order of time; empty if the scenario decides nothing. */
    public List<Decision> decisions() {
        return run.decisions().stream()
                .map(each -> new Decision(
                        each.file(),
                        each.label(),
                        each.winner(),
                        each.correct(),
                        each.firstSpikeTick().isPresent()
                                ? OptionalDouble.of(run.clock()
                                        .seconds(each.firstSpikeTick().getAsLong()))
                                : OptionalDouble.empty()))
                .toList();
    }

    /** What a decision takes on each device of the scenario, in each way that it can compute it, under each boundary. */
    public List<EnergyEstimate> energies() {
        return EnergyEstimate.of(RunCosts.ofDecision(call));
    }

    /**
     * The same on other devices, without running again.
     *
     * @param profiles names of {@link GanglionApi#devices()}, or profile files
     * @throws InvalidInputException if there is no such device
     */
    public List<EnergyEstimate> cost(String... profiles) {
        return GanglionException.translated(() -> EnergyEstimate.of(RunCosts.ofDecision(call, List.of(profiles))));
    }

    /**
     * Writes a run directory with the report, as {@code ganglion run --out} does: other commands can cost it anew, compare and explain it. A run
     * directory of that name is replaced if nobody has changed it. Of a network that was built in code, the scenario goes into the directory.
     *
     * @return the directory, in which {@code report.html} is
     * @throws FailedOutputException if it cannot be written, or something else is in its place
     */
    public Path writeTo(Path directory) {
        try {
            return GanglionException.translated(() -> RecordedRunFiles.write(call, directory));
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    @Override
    public String toString() {
        return scenario().name() + ": " + ticks() + " ticks, " + spikeCount() + " spikes";
    }
}
