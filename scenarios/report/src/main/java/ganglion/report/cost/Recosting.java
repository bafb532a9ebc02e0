package ganglion.report.cost;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.InputException;
import ganglion.hardware.chip.Execution;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.placement.PlacementStrategy;
import ganglion.hardware.signal.FrontEndWork;
import ganglion.hardware.signal.FrontEndWork.SignalStage;
import ganglion.hardware.signal.SignalOperation;
import ganglion.hardware.signal.SignalWork;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.report.files.JsonDocument;
import ganglion.report.result.CostedRun;
import ganglion.report.run.RecordedDecisions;
import ganglion.report.run.RecordedNetwork;
import ganglion.report.run.RecordedRun;
import ganglion.report.run.ScenarioOfRun;
import ganglion.runtime.ThreadedTasks;
import ganglion.scenario.bind.NetworkBinder;
import ganglion.scenario.bind.NumberInputs;
import ganglion.scenario.bind.Stimulus;
import ganglion.scenario.clip.SoundClips;
import ganglion.scenario.cost.SoundToDecision;
import ganglion.scenario.model.HardwareSpec;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.Decision;
import ganglion.scenario.run.AppliedPrecision;
import ganglion.scenario.run.RunCosts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A recorded run that can be costed on any device: its network, built again, and its spikes. */
public final class Recosting {

    private final Scenario scenario;
    private final Workload workload;
    private final List<HardwareSpec> hardware;
    private final List<Decision> decisions;
    private final List<FrontEndWork> frontEnds;

    private Recosting(
            Scenario scenario,
            Workload workload,
            List<HardwareSpec> hardware,
            List<Decision> decisions,
            List<FrontEndWork> frontEnds) {
        this.scenario = scenario;
        this.workload = workload;
        this.hardware = hardware;
        this.decisions = decisions;
        this.frontEnds = frontEnds;
    }

    /**
     * Reads a run directory and its scenario.
     *
     * @param profiles devices to cost on: names or files; empty for those of the run
     * @param movedTo new place of the scenario file, if it was moved
     * @param allowOutsidePaths whether the run directory may name files out of itself and the working folder
     * @throws InputException if the directory is no run directory, does not hold all spikes, or its scenario
     *     gives another network than the one that ran
     */
    public static Recosting read(
            Path directory, List<String> profiles, Optional<Path> movedTo, boolean allowOutsidePaths)
            throws InputException {
        RecordedRun recorded = RecordedRun.read(directory);
        recorded.checkSpikes();
        Scenario scenario = ScenarioOfRun.read(directory, profiles, movedTo, allowOutsidePaths);
        recorded.checkClock(scenario.clock());
        List<SpikeRaster> spikes = spikes(scenario, recorded);
        Stimulus numbers = numbers(scenario);
        Network bound = network(scenario, numbers, recorded);
        Optional<AppliedPrecision> applied = AppliedPrecision.ofRun(scenario, bound);
        Network network =
                RecordedNetwork.of(applied.map(AppliedPrecision::network).orElse(bound), spikes);
        RecordedNetwork.check(network, directory, scenario.file());
        long ticks = recorded.ticks();
        Workload workload = new Workload(
                applied.isPresent() ? bound : network,
                network,
                spikes,
                ticks,
                scenario.clock(),
                NumberInputs.of(network, numbers.clips(), ticks));
        List<HardwareSpec> asked =
                profiles.isEmpty() ? scenario.hardware() : scenario.hardware().subList(0, profiles.size());
        if (asked.isEmpty()) {
            throw JsonDocument.refusal(
                    directory, "found a run without hardware, expected --profile with the devices to cost on");
        }
        return new Recosting(scenario, workload, asked, decisions(recorded), RecordedFrontEnds.of(recorded));
    }

    /** The spikes of all populations, in the order of the network; a run that recorded only some of them is refused. */
    private static List<SpikeRaster> spikes(Scenario scenario, RecordedRun recorded) throws InputException {
        Path file = recorded.directory().resolve("spikes.csv");
        if (!scenario.recording().neurons().isEmpty()) {
            throw JsonDocument.refusal(
                    file, "holds the spikes of some neurons only, expected a run with record: {spikes: all}");
        }
        List<String> names = new ArrayList<>();
        scenario.inputs().forEach(input -> names.add(input.name()));
        scenario.populations().forEach(population -> names.add(population.name()));
        List<SpikeRaster> spikes = new ArrayList<>();
        for (String name : names) {
            SpikeRaster raster = recorded.raster().rasters().get(name);
            if (raster == null) {
                throw JsonDocument.refusal(
                        file, "holds no spikes of " + name + ", expected a run with record: {spikes: all}");
            }
            spikes.add(raster);
        }
        return spikes;
    }

    private static Network network(Scenario scenario, Stimulus numbers, RecordedRun recorded) throws InputException {
        Stimulus stimulus = new Stimulus(List.of(), recorded.raster().rasters(), numbers.currents());
        Network network = NetworkBinder.bind(scenario, stimulus, TaskRunner.SEQUENTIAL, share -> {});
        for (Population population : network.populations()) {
            int recordedSize =
                    recorded.raster().rasters().get(population.name()).neuronCount();
            if (recordedSize != population.size()) {
                throw JsonDocument.refusal(
                        scenario.file(),
                        "gives " + population.size() + " neurons in " + population.name() + ", the run had "
                                + recordedSize);
            }
        }
        return network;
    }

    /** Numbers are not recorded: the sound of such inputs passes the cochlea again. */
    private static Stimulus numbers(Scenario scenario) throws InputException {
        boolean needed = scenario.inputs().stream()
                .anyMatch(input -> input instanceof Input.Audio audio && audio.injectsCurrents());
        return needed ? SoundClips.hear(scenario, TaskRunner.SEQUENTIAL, share -> {}) : Stimulus.NONE;
    }

    /** An interrupted run may have decisions that end after it, but none without a tick. */
    private static List<Decision> decisions(RecordedRun recorded) throws InputException {
        List<Decision> decisions = new ArrayList<>();
        double tickSeconds = recorded.result().at("/run/tickSeconds").asDouble();
        for (JsonNode node : recorded.result().path("decisions")) {
            long from = node.path("fromTick").asLong(-1);
            long until = node.path("untilTick").asLong(-1);
            if (from < 0 || until <= from) {
                throw JsonDocument.refusal(
                        recorded.directory().resolve("result.json"),
                        "/decisions/" + decisions.size() + ": found no tick from \"fromTick\" until \"untilTick\","
                                + " expected one at least");
            }
            decisions.add(RecordedDecisions.decision(node, tickSeconds));
        }
        return decisions;
    }

    /** Name of the scenario. */
    public String scenario() {
        return scenario.name();
    }

    /** The decisions of the run. */
    public List<Decision> decisions() {
        return decisions;
    }

    /** The devices to cost on. */
    public List<HardwareSpec> hardware() {
        return hardware;
    }

    /** The same run with the neurons placed in another way on each chip of spikes. */
    public Recosting placed(PlacementStrategy strategy) {
        List<HardwareSpec> placed = hardware.stream()
                .map(spec -> spec.profile().cores().execution() == Execution.SPIKING
                        ? spec.with(spec.options().with(strategy))
                        : spec)
                .toList();
        return new Recosting(scenario, workload, placed, decisions, frontEnds);
    }

    /** The run on all of the devices. */
    public CostedRun cost() {
        List<ChipCost> costs = RunCosts.of(
                workload, hardware, new ThreadedTasks(Runtime.getRuntime().availableProcessors()));
        return new CostedRun(
                workload, hardware, costs, decisions, frontEnds, scenario.battery(), SoundToDecision.of(scenario));
    }

    /** Reads the work of front ends in result.json. */
    private static final class RecordedFrontEnds {

        private RecordedFrontEnds() {}

        /** @throws InputException if they are not there, as in runs of earlier versions, or make no sense */
        static List<FrontEndWork> of(RecordedRun recorded) throws InputException {
            JsonNode frontEnds = recorded.result().path("frontEnd");
            try {
                if (frontEnds.isArray()) {
                    return read(frontEnds);
                }
            } catch (IllegalArgumentException e) {
                // Refused below, as one that is missing.
            }
            throw JsonDocument.refusal(
                    recorded.directory().resolve("result.json"),
                    "does not say what the front end of the run takes, expected a run of this version of Ganglion");
        }

        private static List<FrontEndWork> read(JsonNode frontEnds) {
            List<FrontEndWork> works = new ArrayList<>();
            for (JsonNode node : frontEnds) {
                List<SignalStage> stages = new ArrayList<>();
                for (JsonNode stage : node.path("stages")) {
                    stages.add(new SignalStage(stage.path("stage").asText(), work(stage.path("operations"))));
                }
                works.add(new FrontEndWork(
                        node.path("input").asText(),
                        node.path("frames").asLong(),
                        node.path("soundSeconds").asDouble(),
                        stages));
            }
            return works;
        }

        private static SignalWork work(JsonNode operations) {
            Map<SignalOperation, Long> counts = new EnumMap<>(SignalOperation.class);
            for (SignalOperation operation : SignalOperation.values()) {
                counts.put(operation, operations.path(operation.word()).asLong());
            }
            return new SignalWork(counts);
        }
    }
}
