package ganglion.scenario.format;

import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.text;

import ganglion.documents.key.DocumentKeys;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.DocumentPath;
import ganglion.documents.place.Place;
import ganglion.scenario.format.expect.ExpectationKeys;
import ganglion.scenario.format.hardware.BatteryKeys;
import ganglion.scenario.format.hardware.HardwareKeys;
import ganglion.scenario.format.input.InputKeys;
import ganglion.scenario.format.neuron.EquationKeys;
import ganglion.scenario.format.neuron.SynapseModelKeys;
import ganglion.scenario.format.recording.RecordingKeys;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.ProjectionSpec;
import java.util.List;
import java.util.stream.Stream;

/** The keys at the root of a scenario. */
final class ScenarioKeys {

    private static final Key<Integer> FORMAT = DocumentKeys.format(1);

    static final Key<String> SCENARIO = Key.of(
                    "scenario",
                    text("a name of letters, digits, _, - and .").matching("^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"))
            .says("Short name of the scenario.")
            .required()
            .example("flute-detector");

    private static final Key<List<DocumentPath>> EXTENDS = DocumentKeys.extending("a scenario");

    static final Key<List<String>> TAGS = Key.of(
                    "tags",
                    listOf(
                                    "a list of different words of letters, digits, _ and -",
                                    text("a word of letters, digits, _ and -")
                                            .matching("^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$"))
                            .size(0, 100)
                            .ofDifferent())
            .says("Words by which suites of scenarios are chosen (ganglion test --tag).")
            .impliedDefault(List.of())
            .exampleText("[sound, slow]");

    static final Key<List<Input>> INPUTS = Key.of(
                    "inputs", listOf("a list of inputs", InputKeys.INPUT).size(0, 1_000))
            .says("Where spikes come into the network: recordings or lists of spikes. May be left out where neurons"
                    + " fire by themselves.")
            .impliedDefault(List.of())
            .exampleText("[{name: ear, audio: audio/a4.flac}]");

    static final Key<List<PopulationSpec>> POPULATIONS = Key.of(
                    "populations",
                    listOf("a list of populations", PopulationKeys.POPULATION).size(1, 10_000))
            .says("Groups of neurons of one model.")
            .required()
            .exampleText("[{name: out, size: 1, model: lif, parameters: {beta: 0.9}}]");

    static final Key<List<ProjectionSpec>> PROJECTIONS = Key.of(
                    "projections",
                    listOf("a list of projections", ProjectionKeys.PROJECTION).size(0, 100_000))
            .says("Synapses from one population or input to a population.")
            .impliedDefault(List.of())
            .exampleText("[{from: ear, to: out, weights: 0.5}]");

    static final Key<Place> NETWORK = Key.of(
                    "network", Shape.of("populations and projections", place -> place, POPULATIONS, PROJECTIONS))
            .says("Neurons and synapses.")
            .required()
            .exampleText("{populations: [{name: out, size: 1, model: lif, parameters: {beta: 0.9}}]}");

    /** A whole scenario. */
    static final Shape<Place> ROOT = Shape.of(
            "a Ganglion scenario",
            place -> place,
            DocumentKeys.SCHEMA,
            FORMAT,
            SCENARIO,
            DocumentKeys.DESCRIPTION,
            EXTENDS,
            TAGS,
            DocumentKeys.VARIABLES,
            PointKeys.SWEEP,
            PointKeys.REPEAT,
            SeedKeys.SEED,
            SeedKeys.SEEDS,
            ClockKeys.CLOCK,
            INPUTS,
            EquationKeys.MODELS,
            SynapseModelKeys.MODELS,
            NETWORK,
            DecisionKeys.DECISION,
            RecordingKeys.RECORD,
            HardwareKeys.HARDWARE,
            BatteryKeys.BATTERY,
            ExpectationKeys.EXPECT);

    private ScenarioKeys() {}

    /** The keys that a scenario needs no longer once it is one document for one run. */
    static List<Key<?>> ofSeveralRuns() {
        return List.of(DocumentKeys.SCHEMA, EXTENDS, DocumentKeys.VARIABLES, PointKeys.SWEEP, PointKeys.REPEAT);
    }

    /** Whether the value of a key is the same in all runs of a sweep. */
    static boolean isFixed(String key) {
        return Stream.of(
                        PointKeys.SWEEP,
                        PointKeys.REPEAT,
                        EXTENDS,
                        FORMAT,
                        SCENARIO,
                        TAGS,
                        DocumentKeys.DESCRIPTION,
                        DocumentKeys.SCHEMA)
                .anyMatch(fixed -> fixed.name().equals(key));
    }
}
