package ganglion.scenario.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.documents.JsonPointers;
import ganglion.documents.key.DocumentKeys;
import ganglion.documents.place.DocumentFolder;
import ganglion.documents.place.Inherited;
import ganglion.documents.place.Place;
import ganglion.documents.place.Reading;
import ganglion.documents.quantity.TickTimes;
import ganglion.kernel.connectivity.AllToAll;
import ganglion.kernel.connectivity.FixedInDegree;
import ganglion.kernel.connectivity.FixedOutDegree;
import ganglion.kernel.connectivity.FixedTotal;
import ganglion.kernel.connectivity.PairwiseBernoulli;
import ganglion.kernel.time.Clock;
import ganglion.scenario.format.expect.ExpectationContext;
import ganglion.scenario.format.expect.ExpectationKeys;
import ganglion.scenario.format.hardware.BatteryKeys;
import ganglion.scenario.format.hardware.HardwareKeys;
import ganglion.scenario.format.input.InputKeys;
import ganglion.scenario.format.name.DeclaredNames;
import ganglion.scenario.format.neuron.ModelKeys;
import ganglion.scenario.format.recording.RecordingKeys;
import ganglion.scenario.format.synapse.StdpKeys;
import ganglion.scenario.model.Connectivity;
import ganglion.scenario.model.DecisionRule;
import ganglion.scenario.model.HardwareSpec;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.ProjectionSpec;
import ganglion.scenario.model.RandomStreams;
import ganglion.scenario.model.Recording;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.zip.CRC32;

/** Makes a {@link Scenario} of a document that follows the schema, or says everything that does not fit together in it. */
final class ScenarioAssembly {

    private final Path file;
    private final ScenarioOverrides overrides;
    private final Reading reading;
    private final Place root;

    ScenarioAssembly(Path file, Inherited document, ScenarioOverrides overrides) {
        this.file = file;
        this.overrides = overrides;
        this.reading = new Reading(document.source(), new DocumentFolder(file, overrides.allowOutsidePaths()));
        this.root = reading.root(document.document());
    }

    /** The parts in the order in which they refer to each other. */
    Scenario scenario() throws InputException {
        Clock clock = ClockKeys.clock(root);
        reading.setClock(new TickTimes(clock));
        RandomStreams random = SeedKeys.in(root, overrides.seed());
        reading.setContext(RandomStreams.class, random);
        DeclaredNames names = declaredNames();
        reading.setContext(DeclaredNames.class, names);
        List<Input> inputs = ScenarioKeys.INPUTS.in(root);
        ModelKeys.declare(root);
        Place network = ScenarioKeys.NETWORK.in(root);
        List<PopulationSpec> populations = ScenarioKeys.POPULATIONS.in(network);
        List<ProjectionSpec> projections = ScenarioKeys.PROJECTIONS.in(network);
        NetworkLimits.check(network, projections, names);
        Optional<DecisionRule> decision = DecisionKeys.in(root, inputs);
        List<HardwareSpec> hardware = HardwareKeys.in(root, overrides.profiles());
        PrecisionRules.check(hardware, network.elements(ScenarioKeys.PROJECTIONS.name()), reading);
        OptionalLong durationTicks = ClockKeys.durationTicks(root, inputs);
        Recording recording = RecordingKeys.in(root, populations, projections, durationTicks);
        PrecisionRules.check(hardware, recording, reading);
        StreamRules.check(root, recording, hardware);
        decision.ifPresent(rule -> DecisionKeys.checkRecorded(root, rule, recording));
        reading.setContext(
                ExpectationContext.class,
                new ExpectationContext(
                        inputs,
                        populations,
                        projections,
                        decision,
                        hardware.stream().map(HardwareSpec::profile).toList(),
                        recording.membranes()));
        Scenario scenario = new Scenario(
                file.toAbsolutePath().normalize(),
                reading.source(),
                ScenarioKeys.SCENARIO.in(root),
                DocumentKeys.DESCRIPTION.in(root),
                ScenarioKeys.TAGS.in(root),
                random,
                clock,
                durationTicks,
                inputs,
                populations,
                projections,
                recording,
                decision,
                hardware,
                BatteryKeys.BATTERY.find(root),
                ExpectationKeys.EXPECT.in(root),
                PointKeys.read(root, random.seed()),
                overrides,
                WrittenValues.of(root.node()));
        reading.throwIfProblems();
        return scenario;
    }

    /** The document itself, if a scenario can be made of it. */
    WholeScenario whole() throws InputException {
        scenario();
        ObjectNode tree = root.node().deepCopy();
        ScenarioKeys.ofSeveralRuns().forEach(key -> tree.remove(key.name()));
        overrides.seed().ifPresent(seed -> SeedKeys.SEED.write(tree, seed));
        return new WholeScenario(tree, reading.files());
    }

    private DeclaredNames declaredNames() {
        DeclaredNames names = new DeclaredNames();
        root.elements(ScenarioKeys.INPUTS.name())
                .forEach(input -> names.addInput(InputKeys.NAME.at(input), InputKeys.size(input)));
        ScenarioKeys.NETWORK
                .in(root)
                .elements(ScenarioKeys.POPULATIONS.name())
                .forEach(population ->
                        names.addPopulation(PopulationKeys.NAME.at(population), PopulationKeys.SIZE.in(population)));
        return names;
    }

    /** A run has the precision of one chip at most, and none where weights change: no rounding is defined for that. */
    private static final class PrecisionRules {

        private PrecisionRules() {}

        static void check(List<HardwareSpec> hardware, List<Place> projections, Reading reading) {
            List<HardwareSpec> applied =
                    hardware.stream().filter(HardwareSpec::appliesPrecision).toList();
            if (applied.isEmpty()) {
                return;
            }
            String first = applied.get(0).profile().name();
            for (HardwareSpec second : applied.subList(1, applied.size())) {
                reading.note(
                        second.pointer() + "/apply",
                        "found the precision of a second chip, expected that of " + first + " only: a run has one");
            }
            projections.stream()
                    .filter(projection -> StdpKeys.PLASTICITY.isIn(projection))
                    .forEach(projection -> StdpKeys.PLASTICITY
                            .at(projection)
                            .problem("found weights that change beside the precision of " + first
                                    + ", expected constant ones: no rounding is defined for them"));
        }

        /** A chip that is computed bit by bit shows its spikes only. */
        static void check(List<HardwareSpec> hardware, Recording recording, Reading reading) {
            boolean more =
                    !recording.membranes().isEmpty() || !recording.probes().isEmpty();
            hardware.stream()
                    .filter(spec -> more && spec.applied() == HardwareSpec.Applied.BIT_TRUE)
                    .forEach(spec -> reading.note(
                            spec.pointer() + "/apply",
                            "found bit-true beside recorded potentials or probes, expected spikes only in \"record\""));
        }
    }

    /** What cannot go with spikes that are streamed to disk: everything that looks at them after the run. */
    private static final class StreamRules {

        private StreamRules() {}

        static void check(Place root, Recording recording, List<HardwareSpec> hardware) {
            if (!recording.stream()) {
                return;
            }
            Place stream = RecordingKeys.stream(root);
            if (!hardware.isEmpty()) {
                stream.problem("found spikes that are streamed beside hardware, which is costed from spikes in memory");
            }
            if (DecisionKeys.DECISION.isIn(root)) {
                stream.problem(
                        "found spikes that are streamed beside a decision, which is taken from spikes in memory");
            }
            for (Place expectation : root.elements(ExpectationKeys.EXPECT.name())) {
                if (ExpectationKeys.needsSpikes(expectation)) {
                    expectation.problem(
                            "found an expectation about spikes that are streamed, expected one about membranes or"
                                    + " weights");
                }
            }
        }
    }

    /** The values of a scenario one by one, so that two runs can be compared by what was asked for. */
    static final class WrittenValues {

        /** A document of more was made by a program, and nobody reads the differences of two of them value by value. */
        private static final int MOST_VALUES = 5000;

        /** A list of more values is compared as a whole. */
        private static final int MOST_ELEMENTS = 16;

        /** What a scenario is called changes nothing of its run. */
        private static final Set<String> WORDS = Set.of("scenario", "description", "tags");

        private final Map<String, String> values = new LinkedHashMap<>();

        private WrittenValues() {}

        /**
         * The text of each value by JSON pointer, in the order of the document; a longer list is one text with its length and a checksum.
         *
         * @param root the document, with what it extends and what the command line sets
         * @return empty if there are more than 5000 values
         */
        static Map<String, String> of(JsonNode root) {
            WrittenValues written = new WrittenValues();
            root.properties().stream()
                    .filter(member -> !WORDS.contains(member.getKey()))
                    .forEach(member -> written.add(JsonPointers.member("", member.getKey()), member.getValue()));
            return written.values.size() > MOST_VALUES ? Map.of() : Collections.unmodifiableMap(written.values);
        }

        private void add(String pointer, JsonNode node) {
            if (values.size() > MOST_VALUES) {
                return;
            }
            if (node.isValueNode()) {
                values.put(pointer, node.asText());
            } else if (node.isArray()
                    && node.size() > MOST_ELEMENTS
                    && node.get(0).isValueNode()) {
                CRC32 checksum = new CRC32();
                checksum.update(node.toString().getBytes(StandardCharsets.UTF_8));
                values.put(
                        pointer,
                        String.format(Locale.ROOT, "%d values, CRC-32 %08x", node.size(), checksum.getValue()));
            } else if (node.isEmpty()) {
                values.put(pointer, node.toString());
            } else if (node.isArray()) {
                for (int i = 0; i < node.size(); i++) {
                    add(JsonPointers.element(pointer, i), node.get(i));
                }
            } else {
                node.properties()
                        .forEach(member -> add(JsonPointers.member(pointer, member.getKey()), member.getValue()));
            }
        }
    }

    /** Keeps a few lines of text from asking for more memory than any machine has. */
    private static final class NetworkLimits {

        private static final long MOST_NEURONS = 100_000_000;

        /** 3.2 GB of weights. */
        private static final long MOST_DENSE_SYNAPSES = 400_000_000;

        /** Synapses that are drawn take from 4 to 14 bytes each. */
        private static final double MOST_DRAWN_SYNAPSES = 2e9;

        private NetworkLimits() {}

        static void check(Place network, List<ProjectionSpec> projections, DeclaredNames names) {
            if (names.neuronCount() > MOST_NEURONS) {
                network.at("populations")
                        .problem("found " + names.neuronCount() + " neurons in all, expected at most " + MOST_NEURONS);
            }
            checkRules(network, projections, names);
            long synapses = 0;
            for (ProjectionSpec projection : projections) {
                if (projection.connectivity() instanceof Connectivity.AllToAll) {
                    synapses += (long) names.sizeIfAny(projection.from()) * names.sizeIfAny(projection.to());
                }
                if (synapses > MOST_DENSE_SYNAPSES) {
                    network.reading()
                            .note(
                                    projection.pointer(),
                                    "found " + synapses + " synapses in matrices up to here, expected at most "
                                            + MOST_DENSE_SYNAPSES + "; list them in CSV files where most are absent");
                    return;
                }
            }
        }

        private static void checkRules(Place network, List<ProjectionSpec> projections, DeclaredNames names) {
            double synapses = 0;
            for (ProjectionSpec projection : projections) {
                synapses += expectedSynapses(
                        projection.connectivity(),
                        names.sizeIfAny(projection.from()),
                        names.sizeIfAny(projection.to()));
                if (synapses > MOST_DRAWN_SYNAPSES) {
                    network.reading()
                            .note(
                                    projection.pointer(),
                                    "found rules for " + Math.round(synapses)
                                            + " synapses up to here, expected at most "
                                            + Math.round(MOST_DRAWN_SYNAPSES));
                    return;
                }
            }
        }

        private static double expectedSynapses(Connectivity connectivity, double sources, double targets) {
            if (!(connectivity instanceof Connectivity.Rule rule)) {
                return 0;
            }
            if (rule.connector() instanceof PairwiseBernoulli bernoulli) {
                return bernoulli.probability() * sources * targets;
            }
            if (rule.connector() instanceof FixedInDegree in) {
                return in.inDegree() * targets;
            }
            if (rule.connector() instanceof FixedOutDegree out) {
                return out.outDegree() * sources;
            }
            if (rule.connector() instanceof FixedTotal fixed) {
                return fixed.total();
            }
            return rule.connector() instanceof AllToAll ? sources * targets : 0;
        }
    }
}
