package ganglion.scenario.format;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.InputException;
import ganglion.documents.place.DocumentFolder;
import ganglion.documents.place.Inherited;
import ganglion.documents.place.Place;
import ganglion.documents.place.Reading;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.TickTimes;
import ganglion.kernel.time.Clock;
import ganglion.scenario.format.expect.ExpectationContext;
import ganglion.scenario.format.expect.ExpectationKeys;
import ganglion.scenario.format.hardware.HardwareKeys;
import ganglion.scenario.format.name.DeclaredNames;
import ganglion.scenario.format.recording.RecordingKeys;
import ganglion.scenario.model.DecisionRule;
import ganglion.scenario.model.HardwareSpec;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.ProjectionSpec;
import ganglion.scenario.model.RandomStreams;
import ganglion.scenario.model.RandomStreams.Chance;
import ganglion.scenario.model.Recording;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes a {@link Scenario} of a document that follows the schema, or says everything that does not fit together in it. */
final class ScenarioReader {

    private static final long DEFAULT_SEED = 42;

    private final Path file;
    private final ScenarioOverrides overrides;
    private final Reading reading;
    private final Place root;

    ScenarioReader(Path file, Inherited document, ScenarioOverrides overrides) {
        this.file = file;
        this.overrides = overrides;
        this.reading = new Reading(document.source(), new DocumentFolder(file, overrides.allowOutsidePaths()));
        this.root = reading.root(document.document());
    }

    Scenario read() throws InputException {
        Clock clock = clock();
        reading.setClock(new TickTimes(clock));
        long seed = overrides.seed().orElse(root.node().path("seed").asLong(DEFAULT_SEED));
        RandomStreams random = new RandomStreams(seed, namedSeeds());
        reading.setContext(RandomStreams.class, random);
        reading.setContext(DeclaredNames.class, declaredNames());
        List<Input> inputs = InputReader.readAll(root.elements("inputs"));
        Place network = root.at("network");
        List<PopulationSpec> populations = PopulationReader.readAll(network.elements("populations"));
        List<ProjectionSpec> projections = ProjectionReader.readAll(network.elements("projections"));
        NetworkLimits.check(network, projections, reading.context(DeclaredNames.class));
        Optional<DecisionRule> decision = root.find("decision").map(place -> DecisionReader.read(place, inputs));
        List<HardwareSpec> hardware = HardwareKeys.in(root, overrides.profiles());
        PrecisionRules.check(hardware, network.elements("projections"), reading);
        Recording recording = RecordingKeys.in(root, populations);
        StreamRules.check(root, recording, hardware);
        decision.ifPresent(rule -> DecisionReader.checkRecorded(root.at("decision"), rule, recording));
        reading.setContext(
                ExpectationContext.class,
                new ExpectationContext(
                        inputs,
                        populations,
                        projections,
                        decision,
                        HardwareKeys.names(hardware),
                        recording.membranes()));
        Scenario scenario = new Scenario(
                file.toAbsolutePath().normalize(),
                reading.source(),
                root.at("scenario").text(),
                root.text("description", ""),
                root.elements("tags").stream().map(Place::text).toList(),
                random,
                clock,
                durationTicks(inputs),
                inputs,
                populations,
                projections,
                recording,
                decision,
                hardware,
                ExpectationKeys.EXPECT.find(root).orElse(List.of()),
                PointReader.read(root, seed),
                overrides);
        reading.throwIfProblems();
        return scenario;
    }

    /** Nothing else can be read without a clock, so its problem comes alone. */
    private Clock clock() throws InputException {
        Place tick = root.at("clock").at("tick");
        try {
            double seconds = tick.quantity(Dimension.TIME, Double.NaN);
            reading.throwIfProblems();
            return new Clock(seconds);
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    reading.source().problem(tick.pointer(), "found \"" + tick.text() + "\", expected 1 ns to 1 s"));
        }
    }

    private OptionalLong durationTicks(List<Input> inputs) {
        Place clock = root.at("clock");
        if (clock.has("duration")) {
            long ticks = clock.ticks("duration", 1);
            if (ticks == 0) {
                clock.at("duration").problem("found no ticks, expected at least 1");
            }
            return OptionalLong.of(ticks);
        }
        if (inputs.stream().noneMatch(Input.Playlist.class::isInstance)) {
            clock.problem("found no \"duration\", which is required where no input with clips or samples sets it");
        }
        return OptionalLong.empty();
    }

    private Map<Chance, Long> namedSeeds() {
        Map<Chance, Long> named = new EnumMap<>(Chance.class);
        for (Chance chance : Chance.values()) {
            JsonNode seed = root.node().path("seeds").path(chance.name().toLowerCase(Locale.ROOT));
            if (seed.isNumber()) {
                named.put(chance, seed.longValue());
            }
        }
        return named;
    }

    private DeclaredNames declaredNames() {
        DeclaredNames names = new DeclaredNames();
        root.elements("inputs").forEach(input -> names.addInput(input.at("name"), InputReader.size(input)));
        root.at("network")
                .elements("populations")
                .forEach(population -> names.addPopulation(population.at("name"), population.integer("size", 1)));
        return names;
    }
}
