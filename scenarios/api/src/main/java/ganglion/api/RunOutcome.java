package ganglion.api;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.Suggestions;
import ganglion.documents.output.PlaceClaim;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.kernel.PlasticWeights;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.report.files.IfExists;
import ganglion.report.run.RunDirectory;
import ganglion.report.run.RunManifest;
import ganglion.report.spikes.RecordedSpikes;
import ganglion.runtime.ThreadedTasks;
import ganglion.scenario.cost.DeviceEstimates;
import ganglion.scenario.cost.FrontEndCounter;
import ganglion.scenario.model.HardwareSpec;
import ganglion.scenario.model.Probe.Kind;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.ExpectationOutcome;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.run.RunCosts;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
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
 * for (DecisionEstimate estimate : run.cost("odin", "stm32u575")) {
 *     System.out.println(estimate.profile().name() + " " + estimate.energy(Boundary.ACTIVE).joules());
 * }
 * Path directory = run.writeTo(Path.of("run-of-two-taps"));
 * System.out.println(directory.resolve("report.html"));
 * }</pre>
 */
@API(status = Status.STABLE, since = "0.2")
public final class RunOutcome {

    private final RunnableScenario scenario;
    private final ScenarioRun run;
    private final Optional<TemporaryFolder> recordings;

    /** @param recordings where probes wrote, which is kept as long as this; empty without probes */
    RunOutcome(RunnableScenario scenario, ScenarioRun run, Optional<TemporaryFolder> recordings) {
        this.scenario = scenario;
        this.run = run;
        this.recordings = recordings;
    }

    /** What ran. */
    public RunnableScenario scenario() {
        return scenario;
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

    /** Whether it ran to its end, and was not stopped. */
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

    /** The expectations of the scenario; empty for a run that was stopped. */
    public List<ExpectationOutcome> expectations() {
        return run.expectations();
    }

    /** The decisions in order of time; empty if the scenario decides nothing. */
    public List<Decision> decisions() {
        return run.decisions();
    }

    /** Names of all sources and populations, sources first. */
    public List<String> populations() {
        return run.network().populations().stream().map(Population::name).toList();
    }

    /**
     * The spikes of a population or source.
     *
     * @throws GanglionException if there is none of that name, or the scenario streams spikes to disk
     */
    public SpikeData spikes(String population) {
        int index = populations().indexOf(population);
        if (index < 0) {
            throw new GanglionException(
                    "found \"" + population + '"' + Suggestions.expected("one of", population, populations()));
        }
        if (run.isStreamed()) {
            throw new GanglionException(
                    "/record/stream",
                    "found spikes that went to disk, expected false: spikes.csv of the run directory has them",
                    null);
        }
        return new SpikeData(population, run.result().spikes().get(index), run.clock(), run.ranTicks());
    }

    /** Number of spikes of all populations and sources. */
    public long spikeCount() {
        return run.result().activity().spikes();
    }

    /** Number of synaptic events: weights that arrived at a neuron. */
    public long synapticEvents() {
        return run.result().activity().synapticEvents();
    }

    /** Number of synapses. */
    public long synapseCount() {
        return run.network().synapseCount();
    }

    /** SHA-256 of the recorded spikes as {@code spikes.csv} has them: equal hashes mean equal spikes. */
    public String rasterHash() {
        return RecordedSpikes.of(run).hash();
    }

    /**
     * The membrane potentials of a population, as its first probe saw them.
     *
     * @throws GanglionException if none did
     */
    public ProbeData potentials(String population) {
        return probe(Kind.POTENTIAL, population);
    }

    /**
     * The weights of the first plastic projection from one population to another, as a probe saw them.
     *
     * @throws GanglionException if none did
     */
    public ProbeData weightsOverTime(String from, String to) {
        return probe(Kind.WEIGHTS, from + " to " + to);
    }

    private ProbeData probe(Kind kind, String of) {
        return probes((otherKind, other) -> otherKind == kind && other.equals(of)).stream()
                .findFirst()
                .orElseThrow(() -> new GanglionException("found no recorded "
                        + (kind == Kind.WEIGHTS ? "weights" : "potentials") + " of " + of + ", expected a probe"));
    }

    /** What all probes saw, in their order; a probe of weights gives one for each plastic projection. */
    public List<ProbeData> probes() {
        return probes((kind, of) -> true);
    }

    private List<ProbeData> probes(BiPredicate<Kind, String> wanted) {
        try {
            return GanglionException.translated(() -> ProbeData.of(run, wanted));
        } finally {
            Reference.reachabilityFence(recordings); // or they might be deleted while they are read
        }
    }

    /**
     * The synapses of the first projection from one population to another; weights of plastic ones are those at the end of the run.
     *
     * @throws GanglionException if there is none
     */
    public SynapseData synapses(String from, String to) {
        List<Projection> projections = run.network().projections();
        int number = IntStream.range(0, projections.size())
                .filter(i -> projections.get(i).source().equals(from)
                        && projections.get(i).target().equals(to))
                .findFirst()
                .orElseThrow(() ->
                        new GanglionException("found no projection from " + from + " to " + to + ", expected one"));
        Optional<double[]> current = run.result().weights().stream()
                .filter(weights -> weights.projection() == number)
                .findFirst()
                .map(PlasticWeights::byPosition);
        return SynapseData.of(projections.get(number), current);
    }

    /** What a decision takes on each device of the scenario, in each way that it can compute it; without decisions, what the run takes. */
    public List<DecisionEstimate> estimates() {
        return DeviceEstimates.of(run).ofDecision();
    }

    /**
     * The same on other devices, without running again.
     *
     * @param profiles names of {@link GanglionApi#devices()}, or profile files
     * @throws GanglionException if there is no such device
     */
    public List<DecisionEstimate> cost(String... profiles) {
        // After those that are asked for come devices of expectations.
        List<HardwareSpec> hardware =
                scenario.onDevices(profiles).content().hardware().subList(0, profiles.length);
        Workload workload = DeviceEstimates.workload(run);
        List<ChipCost> costs = RunCosts.of(
                workload, hardware, new ThreadedTasks(Runtime.getRuntime().availableProcessors()));
        return new DeviceEstimates(
                        workload,
                        hardware,
                        costs,
                        run.decisions(),
                        FrontEndCounter.of(run.scenario(), run.clips(), run.ranTicks()))
                .ofDecision();
    }

    /**
     * Writes a run directory with the report, as {@code ganglion run --out} does: other commands can cost it anew, compare and explain it. A run
     * directory of that name is replaced if nobody has changed it. Of a network that was built in code, the scenario goes into the directory.
     *
     * @return the directory, in which {@code report.html} is
     * @throws GanglionException if it cannot be written, or something else is in its place
     */
    public Path writeTo(Path directory) {
        try {
            return GanglionException.translated(() -> write(directory));
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    private Path write(Path directory) throws OutputException {
        PlaceClaim claim = PlaceClaim.beside(directory);
        try (claim) {
            if (!scenario.inMemory()) {
                String file = run.scenario().source().file();
                RunManifest manifest = manifest("run", file, scenario.content().overrides());
                return RunDirectory.write(run, directory, manifest, IfExists.REPLACE);
            }
            RunManifest manifest =
                    manifest("run", directory.resolve("scenario.yaml").toString(), ScenarioOverrides.NONE);
            return RunDirectory.writeWithScenario(run, directory, manifest, IfExists.REPLACE, this::writeScenario);
        } catch (IOException e) {
            throw new OutputException(directory, e);
        }
    }

    private void writeScenario(Path place) throws IOException {
        try {
            scenario.write(place.toAbsolutePath().normalize());
        } catch (InputException e) {
            throw new IOException("the scenario cannot be written: " + e.getMessage(), e);
        }
    }

    /** Says how something was made, by the command that would repeat it. */
    static RunManifest manifest(String verb, String file, ScenarioOverrides changes) {
        List<String> words = new ArrayList<>(List.of("ganglion", verb, file));
        changes.settings().forEach((pointer, text) -> words.addAll(List.of("--set", pointer + "=" + text)));
        changes.seed().ifPresent(seed -> words.addAll(List.of("--seed", Long.toString(seed))));
        changes.profiles().forEach(profile -> words.addAll(List.of("--profile", profile)));
        if (changes.allowOutsidePaths()) {
            words.add("--allow-outside-paths");
        }
        return new RunManifest("as a library", words, Instant.now());
    }

    @Override
    public String toString() {
        return scenario.name() + ": " + ticks() + " ticks, " + spikeCount() + " spikes";
    }
}
