package ganglion.hardware.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.DocumentReader;
import ganglion.documents.DocumentSchema;
import ganglion.documents.Problem;
import ganglion.hardware.chip.ChipLimits.Limit;
import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.TimeModel.RealTimeTicks;
import ganglion.hardware.figure.Figure.FigureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProfileLibraryTest {

    private static final String MINIMAL = """
            profile: toy
            title: Toy chip
            description: For tests.
            execution: spiking
            boundary: {includes: all, excludes: nothing}
            topology: {width: 1, height: 1, cores-per-tile: 1, kind: assumed, source: us}
            models: {}
            time-model: {type: real-time-ticks}
            sources: {us: Our choice}
            """;

    @TempDir
    private Path folder;

    @Test
    void readsEveryShippedProfileUnderItsName() {
        List<String> names =
                ProfileLibrary.builtIn().stream().map(HardwareProfile::name).toList();

        assertEquals(ProfileLibrary.names(), names);
        assertTrue(names.containsAll(List.of("loihi", "truenorth", "xylo-audio-2", "stm32l4r5")));
    }

    /** They are not held to it when they are read. */
    @ParameterizedTest
    @MethodSource("ganglion.hardware.library.ProfileLibrary#names")
    void everyShippedProfileFollowsTheSchema(String name) throws Exception {
        Path file = Path.of("src/main/resources/ganglion/hardware/profiles", name + ".yaml");

        assertEquals(List.of(), DocumentSchema.of(ProfileLibrary.schema()).problems(new DocumentReader().read(file)));
    }

    @Test
    void carriesTheFiguresOfLoihiWithTheirEvidence() throws ProfileException {
        HardwareProfile loihi = ProfileLibrary.find("loihi");

        var synapse = loihi.figures().energy().get(Operation.SYNAPTIC_OPERATION).figure();
        assertEquals(23.6e-12, synapse.value());
        assertEquals("23.6 pJ", synapse.text());
        assertEquals(FigureKind.QUOTED, synapse.kind());
        assertTrue(synapse.source().contains("Learning\", IEEE Micro 38(1), Table 2 as quoted"), synapse.source());
        assertTrue(synapse.source().endsWith(", Table 2"), synapse.source());
        assertEquals(128, loihi.cores().mesh().cores());
        assertEquals(0.104, loihi.staticPower().orElseThrow().value());
        assertEquals(6.5e-9, loihi.figures().time().get(Operation.HOP_SOUTH).value());
        assertEquals(
                1024,
                loihi.cores().limits().of(Limit.NEURONS_PER_CORE).orElseThrow().value());
    }

    @Test
    void derivesTrueNorthFromTheTwoOperatingPointsThatItNames() throws ProfileException {
        HardwareProfile truenorth = ProfileLibrary.find("truenorth");

        double marginal = (94e-3 - 68e-3) / (1.28742e10 - 1.5541e9);
        double synapse = truenorth
                .figures()
                .energy()
                .get(Operation.SYNAPTIC_OPERATION)
                .figure()
                .value();
        double hop =
                truenorth.figures().energy().get(Operation.HOP_EAST).figure().value();
        assertEquals(2.3e-12 * Math.pow(0.8 / 0.775, 2), hop, 0.0005e-12);
        assertEquals(marginal, synapse + 42.6 / 128 * hop, 0.0005e-12);
        assertEquals(
                68e-3 - marginal * 1.5541e9,
                truenorth.staticPower().orElseThrow().value(),
                0.005e-3);
        RealTimeTicks time = (RealTimeTicks) truenorth.cores().timeModel();
        assertEquals(1e-3 / 21, time.shortestTick().orElseThrow().value(), 0.05e-6);
    }

    @Test
    void leavesWhatNobodyPublishedAbsent() throws ProfileException {
        HardwareProfile xylo = ProfileLibrary.find("xylo-audio-3");
        HardwareProfile microcontroller = ProfileLibrary.find("stm32h7a3");

        assertFalse(xylo.figures().energy().containsKey(Operation.SYNAPTIC_OPERATION));
        assertEquals(
                8.3e-9,
                xylo.figures().energy().get(Operation.NETWORK_STEP).figure().value(),
                1e-24);
        assertEquals(Execution.DENSE, microcontroller.cores().execution());
        assertTrue(microcontroller.figures().power().sleep().isEmpty());
        assertTrue(microcontroller.figures().energy().isEmpty());
    }

    @Test
    void saysWhereTheProfilesAreListedAndWhichWasMeant() {
        ProfileException refusal = assertThrows(ProfileException.class, () -> ProfileLibrary.find("loihy"));

        assertEquals(
                "loihy: found no profile of that name, expected a name of \"ganglion profile list\", or a profile file"
                        + " ending in .yaml or .json, did you mean \"loihi\"?",
                refusal.getMessage());
    }

    @Test
    void readsAProfileFromAFile() throws Exception {
        assertEquals("toy", ProfileLibrary.read(write(MINIMAL)).name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            energy: {spike: {value: 3 ns, kind: assumed, source: us, accounting: marginal}} | :10: /energy/spike/value: found "3 ns", expected an energy such as 23.6 pJ
            energy: {spike: {value: -3 pJ, kind: assumed, source: us, accounting: marginal}} | :10: /energy/spike/value: found "-3 pJ", expected an energy such as 23.6 pJ
            energy: {spike: {value: 3 pJ, kind: assumed, source: them, accounting: marginal}} | :10: /energy/spike/source: found "them", expected a key of /sources: us
            energy: {spike: {value: 3 pJ, kind: assumed, source: us}} | :10: /energy/spike: found no "accounting", which is required
            energy: {spikes: {value: 3 pJ, kind: assumed, source: us}} | did you mean "spike"?
            energy: {spike: {value: 3 pJ, kind: guessed, source: us, accounting: marginal}} | :10: /energy/spike/kind: found "guessed", expected one of published, derived, quoted, fitted, assumed
            energy: {spike: {value: 3 pJ, kind: assumed, source: us, accounting: marginal, interval: [4 pJ, 5 pJ]}} | :10: /energy/spike/interval: found an interval that does not hold the value
            energy: {spike: {value: 3 pJ, kind: assumed, source: us, accounting: marginal, covers: [spike]}} | which is covered by itself
            limits: {neurons-per-core: {value: 0, kind: assumed, source: us}} | :10: /limits/neurons-per-core/value: found 0, expected at least 1
            limits: {neurons-per-core: {value: 1.5, kind: assumed, source: us}} | expected a whole number of at least 1
            power: {idle: {value: 3 W, kind: assumed, source: us, nite: x}} | :10: /power/idle/nite: found the unknown key "nite"
            measurements: [{what: x, figure: {value: 3 V, kind: assumed, source: us}}] | :10: /measurements/0/figure
            """)
    void refusesAWrongFigureWithItsPlace(String addition, String expected) throws IOException {
        Path file = write(MINIMAL + addition + "\n");

        ProfileException refusal = assertThrows(ProfileException.class, () -> ProfileLibrary.read(file));

        assertTrue(refusal.getMessage().contains(expected), refusal.getMessage());
        assertTrue(refusal.getMessage().startsWith(file.toString()), refusal.getMessage());
    }

    @Test
    void refusesToAddMarginalAndAllInEnergies() throws IOException {
        Path mixed = write(MINIMAL + """
                energy:
                  spike: {value: 3 pJ, kind: assumed, source: us, accounting: marginal}
                  synaptic-operation: {value: 26 pJ, kind: assumed, source: us, accounting: all-in}
                """);

        ProfileException refusal = assertThrows(ProfileException.class, () -> ProfileLibrary.read(mixed));

        Problem problem = refusal.problems().get(0);
        assertEquals("/energy/synaptic-operation/accounting", problem.pointer());
        assertEquals(12, problem.line());
        assertTrue(problem.message().startsWith("found all-in beside marginal energies"), problem.message());
    }

    @Test
    void takesAnAllInEnergyThatCoversEverythingElse() throws Exception {
        Path allIn = write(MINIMAL + """
                energy:
                  spike: {value: 3 pJ, kind: assumed, source: us, accounting: marginal}
                  synaptic-operation: {value: 26 pJ, kind: assumed, source: us, accounting: all-in, covers: [spike]}
                """);

        assertEquals(2, ProfileLibrary.read(allIn).figures().energy().size());
    }

    @Test
    void refusesABarrierThatDoesNotAscend() throws IOException {
        String barrier = "{type: barrier-ticks, barrier: ["
                + "{tiles: 4, time: {value: 1 us, kind: assumed, source: us}},"
                + "{tiles: 2, time: {value: 2 us, kind: assumed, source: us}}]}";
        Path file = write(MINIMAL.replace("{type: real-time-ticks}", barrier));

        ProfileException refusal = assertThrows(ProfileException.class, () -> ProfileLibrary.read(file));

        assertTrue(refusal.getMessage().contains("/time-model/barrier/1/tiles: found 2, expected more than 4"));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("toy.yaml"), text);
    }
}
