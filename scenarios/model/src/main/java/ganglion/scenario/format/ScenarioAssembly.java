package ganglion.scenario.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.documents.key.DocumentKeys;
import ganglion.documents.place.DocumentFolder;
import ganglion.documents.place.Inherited;
import ganglion.documents.place.Place;
import ganglion.documents.place.Reading;
import ganglion.documents.quantity.TickTimes;
import ganglion.kernel.time.Clock;
import ganglion.scenario.format.expect.ExpectationContext;
import ganglion.scenario.format.expect.ExpectationKeys;
import ganglion.scenario.format.hardware.BatteryKeys;
import ganglion.scenario.format.hardware.HardwareKeys;
import ganglion.scenario.format.input.InputKeys;
import ganglion.scenario.format.name.DeclaredNames;
import ganglion.scenario.format.recording.RecordingKeys;
import ganglion.scenario.model.DecisionRule;
import ganglion.scenario.model.HardwareSpec;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.ProjectionSpec;
import ganglion.scenario.model.RandomStreams;
import ganglion.scenario.model.Recording;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

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
        Place network = ScenarioKeys.NETWORK.in(root);
        List<PopulationSpec> populations = ScenarioKeys.POPULATIONS.in(network);
        List<ProjectionSpec> projections = ScenarioKeys.PROJECTIONS.in(network);
        NetworkLimits.check(network, projections, names);
        Optional<DecisionRule> decision = DecisionKeys.in(root, inputs);
        List<HardwareSpec> hardware = HardwareKeys.in(root, overrides.profiles());
        PrecisionRules.check(hardware, network.elements(ScenarioKeys.PROJECTIONS.name()), reading);
        OptionalLong durationTicks = ClockKeys.durationTicks(root, inputs);
        Recording recording = RecordingKeys.in(root, populations, projections, durationTicks);
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
}
