package ganglion.scenario.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.CochleaParameters;
import ganglion.documents.InputException;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.estimate.Boundary;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import ganglion.kernel.neuron.model.Lif;
import ganglion.scenario.model.DecisionRule;
import ganglion.scenario.model.Expectation;
import ganglion.scenario.model.Expectation.Bounds;
import ganglion.scenario.model.Expectation.EnergyBasis;
import ganglion.scenario.model.Expectation.Window;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.Measure;
import ganglion.scenario.model.ProjectionSpec.WeightSource;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioFilesTest {

    @TempDir
    private Path folder;

    private ScenarioFolderFixture fixture;

    @BeforeEach
    void fixture() {
        fixture = new ScenarioFolderFixture(folder);
    }

    @Test
    void readsTheHeadOfAScenario() throws InputException {
        Scenario scenario = fixture.read(ScenarioFolderFixture.edited("seed: 7", "description: Why.\nseed: 7"));

        assertEquals("base", scenario.name());
        assertEquals("Why.", scenario.description());
        assertEquals(7, scenario.seed());
        assertEquals(0.002, scenario.clock().tickSeconds());
        assertEquals(OptionalLong.of(100), scenario.durationTicks());
        assertEquals(folder.resolve("s.yaml"), scenario.file());
        assertEquals(
                List.of("loihi"),
                scenario.hardware().stream().map(spec -> spec.profile().name()).toList());
        assertEquals(List.of("taps", "out"), scenario.recording().spikes());
        assertEquals(List.of(), scenario.recording().membranes());
    }

    @Test
    void readsJsonAsItReadsYaml() throws InputException {
        Path json = fixture.write("s.json", """
                {"scenario": "j", "clock": {"tick": "1 us", "duration": "1 ms"},
                 "network": {"populations": [
                   {"name": "out", "size": 2, "model": "leaky-integrator", "parameters": {"time-constant": "20 us"}}]}}
                """);

        Scenario scenario = ScenarioFiles.read(json, ScenarioOverrides.NONE);

        assertEquals(OptionalLong.of(1000), scenario.durationTicks());
        LeakyIntegrator model = assertInstanceOf(
                LeakyIntegrator.class, scenario.populations().get(0).model());
        assertEquals(Math.exp(-1 / 20.0), model.beta(), 1e-15);
    }

    @Test
    void letsNeuronsStartFromRest() throws InputException {
        Scenario scenario = fixture.read(
                ScenarioFolderFixture.edited("threshold: 1}", "threshold: 1, rest: 0.5, delayed-reset: true}"));

        Lif model = assertInstanceOf(Lif.class, scenario.populations().get(0).model());
        assertEquals(NeuronValues.of(0.5), model.parameters().initialPotential());
        assertTrue(model.parameters().delayedReset());
    }

    @Test
    void separatesTheDataSetFromItsFile() throws InputException {
        fixture.write("w.h5", "");

        Scenario scenario = fixture.read(ScenarioFolderFixture.edited("weights: 0.5", "weights: w.h5#/group/hidden"));

        WeightSource.MatrixFile source = assertInstanceOf(
                WeightSource.MatrixFile.class, scenario.projections().get(0).weights());
        assertEquals("w.h5", source.file().written());
        assertEquals("/group/hidden", source.dataset());
    }

    @Test
    void readsAPlaylist() throws InputException {
        fixture.write("a.wav", "");
        fixture.write("b.wav", "");
        Scenario scenario = fixture.read(withEar("""
                - name: ear
                  clips: [{audio: a.wav, label: A}, {audio: b.wav}]
                  gap: 20 ms
                  clip-duration: 0.5 s
                """));

        Input.Audio ear = assertInstanceOf(Input.Audio.class, scenario.inputs().get(1));
        assertEquals(2, ear.clips().size());
        assertEquals("A", ear.clips().get(0).label());
        assertEquals("", ear.clips().get(1).label());
        assertEquals("/inputs/1/clips/1", ear.clips().get(1).pointer());
        assertEquals(10, ear.gapTicks());
        assertEquals(OptionalDouble.of(0.5), ear.clipSeconds());
        assertEquals(CochleaParameters.DEFAULT, ear.cochlea());
        assertEquals(64, ear.size());
        assertEquals(
                new DecisionRule("/decision", "out", "ear", 0),
                scenario.decision().orElseThrow());
    }

    @Test
    void wantsAHopOfOneTick() {
        fixture.write("a.wav", "");

        List<String> problems = fixture.problems(withEar("- {name: ear, audio: a.wav, frontend: {hop: 4 ms}}\n"));

        assertEquals(
                List.of("s.yaml:8: /inputs/1/frontend/hop: found a hop of 0.004 s, expected the clock's tick of 2 ms,"
                        + " because each frame becomes a tick"),
                problems);
    }

    @Test
    void wantsFrontEndSettingsThatFitEachOther() {
        fixture.write("a.wav", "");

        List<String> problems = fixture.problems(
                withEar("- {name: ear, audio: a.wav, frontend: {sample-rate: 8 kHz, highest-frequency: 5 kHz}}\n"));

        assertEquals(1, problems.size());
        assertTrue(problems.get(0).startsWith("s.yaml:8: /inputs/1/frontend: mel bands end at half the sample rate"));
    }

    @Test
    void wantsAMarginThatNoOtherClipReaches() {
        fixture.write("a.wav", "");
        String ear = withEar("- {name: ear, clips: [{audio: a.wav}, {audio: a.wav}], gap: 4 ms}\n");

        List<String> problems = fixture.problems(ear.replace("decision: {", "decision: {margin: 6 ms, "));

        assertEquals(
                List.of("s.yaml:21: /decision/margin: found 3 ticks, expected at most the gap between the clips of ear,"
                        + " 2 ticks"),
                problems);
    }

    @Test
    void wantsToKnowWhichOfSeveralInputsIsDecided() {
        fixture.write("a.wav", "");
        String ears = withEar("- {name: left, audio: a.wav}\n- {name: right, audio: a.wav}\n");

        List<String> problems = fixture.problems(ears);

        assertEquals(
                List.of(
                        "s.yaml:22: /decision: found no \"input\", which is required because there are 2 inputs with clips or samples"),
                problems);
    }

    @Test
    void readsEveryKindOfExpectation() throws InputException {
        Scenario scenario =
                fixture.read(ScenarioFolderFixture.edited("  - {spikes: {population: out}, at-least: 1}\n", """
                  - {spikes: {population: out, neuron: 1, from: 10 ms, until: 20 ms}, between: [10, 40]}
                  - {first-spike: {population: out}, before: 31 ms}
                  - {winner: {}, equals: B}
                  - {decisions: correct, at-least: 9, of: 12}
                  - {energy: {profile: loihi, per: decision, boundary: active}, below: 50 uJ}
                  - {latency: {profile: loihi, percentile: 99}, above: 5 ms}
                  - {raster: golden.csv}
                  - {last-spike: {population: out, neuron: 1}, after: 10 ms}
                  - {order: [{population: taps, neuron: 2}, {population: out}]}
                """));

        double infinite = Double.POSITIVE_INFINITY;
        List<Expectation> expectations = scenario.expectations();
        assertEquals(
                new Expectation.SpikeCount(
                        "/expect/0",
                        "out",
                        OptionalInt.of(1),
                        new Window(5, OptionalLong.of(10)),
                        new Bounds(10, 40, true)),
                expectations.get(0));
        assertEquals(
                new Expectation.FirstSpike("/expect/1", "out", OptionalInt.empty(), new Bounds(-infinite, 15.5, false)),
                expectations.get(1));
        assertEquals(new Expectation.Winner("/expect/2", 0, "B"), expectations.get(2));
        assertEquals(
                new Expectation.CorrectDecisions("/expect/3", new Bounds(9, infinite, true), OptionalInt.of(12)),
                expectations.get(3));
        assertEquals(
                new Expectation.Figure(
                        "/expect/4",
                        new Measure.DeviceEnergy(
                                new Measure.Device("loihi", Optional.empty(), Boundary.ACTIVE), EnergyBasis.DECISION),
                        new Bounds(-infinite, 50e-6, false)),
                expectations.get(4));
        assertEquals(
                new Expectation.Figure(
                        "/expect/5", new Measure.TickTime("loihi", 99), new Bounds(0.005, infinite, false)),
                expectations.get(5));
        Expectation.GoldenRaster raster = assertInstanceOf(Expectation.GoldenRaster.class, expectations.get(6));
        assertEquals(folder.resolve("golden.csv"), raster.file().resolved());
        assertEquals(
                new Expectation.LastSpike("/expect/7", "out", OptionalInt.of(1), new Bounds(5, infinite, false)),
                expectations.get(7));
        assertEquals(
                new Expectation.SpikeOrder(
                        "/expect/8",
                        List.of(
                                new Expectation.Firing("taps", OptionalInt.of(2)),
                                new Expectation.Firing("out", OptionalInt.empty()))),
                expectations.get(8));
    }

    @Test
    void readsProfileFilesBesideTheScenario() throws Exception {
        fixture.write("mine.yaml", shippedProfile().replaceFirst("profile: loihi", "profile: mine"));

        Scenario scenario = fixture.read(ScenarioFolderFixture.edited("[loihi]", "[loihi, mine.yaml]"));

        assertEquals(
                List.of("loihi", "mine"),
                scenario.hardware().stream().map(spec -> spec.profile().name()).toList());
    }

    @Test
    void passesOnWhatIsWrongWithAProfileFile() {
        fixture.write("mine.yaml", "name: mine\n");

        List<String> problems = fixture.problems(ScenarioFolderFixture.edited("[loihi]", "[mine.yaml]"));

        assertTrue(
                problems.stream().anyMatch(problem -> problem.startsWith("mine.yaml:1: found no \"")),
                () -> problems.toString());
    }

    private static String shippedProfile() throws Exception {
        try (var stream = HardwareProfile.class.getResourceAsStream("/ganglion/hardware/profiles/loihi.yaml")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String withEar(String ear) {
        return ScenarioFolderFixture.edited("network:\n", ear.indent(2).replaceFirst("\\s+$", "\n") + "network:\n");
    }
}
