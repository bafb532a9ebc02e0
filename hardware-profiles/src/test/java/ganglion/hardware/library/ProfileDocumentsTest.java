package ganglion.hardware.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.PipelineStage;
import ganglion.hardware.chip.PipelineUnit;
import ganglion.hardware.chip.TimeModel;
import ganglion.hardware.chip.TimeModel.AsynchronousEvents;
import ganglion.hardware.chip.TimeModel.BarrierTicks;
import ganglion.hardware.chip.TimeModel.DeadlineTicks;
import ganglion.hardware.chip.TimingForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What documents can say of pipelines, time models and memories, and what they can't. */
class ProfileDocumentsTest {

    private static final String HEAD = """
            profile: toy
            title: Toy chip
            description: For tests.
            execution: spiking
            boundary: {includes: all, excludes: nothing}
            topology: {width: 1, height: 1, cores-per-tile: 1, kind: assumed, source: us}
            sources: {us: Our choice}
            models: {}
            """;

    @TempDir
    private Path folder;

    private HardwareProfile read(String text) throws IOException, ProfileException {
        return ProfileLibrary.read(Files.writeString(folder.resolve("toy.yaml"), HEAD + text));
    }

    private TimeModel timeModel(String text) throws IOException, ProfileException {
        return read("time-model: " + text).cores().timeModel();
    }

    @Test
    void readTimeModelsOfEveryKind() throws Exception {
        assertEquals(new DeadlineTicks(), timeModel("{type: deadline-ticks}"));
        assertEquals(new AsynchronousEvents(true), timeModel("{type: asynchronous-events, neurons: continuous}"));
        assertEquals(new AsynchronousEvents(false), timeModel("{type: asynchronous-events, neurons: updated}"));
        BarrierTicks plain = (BarrierTicks) timeModel("{type: barrier-ticks}");
        assertEquals(TimingForm.PHASES, plain.form());
        assertFalse(plain.stepped());
        BarrierTicks detailed = (BarrierTicks)
                timeModel(
                        "{type: barrier-ticks, form: detailed, between: stepped, link-buffer: {value: 16, kind: assumed, source: us}}");
        assertEquals(TimingForm.DETAILED, detailed.form());
        assertTrue(detailed.stepped());
        assertEquals(16, detailed.linkBuffer().orElseThrow().value());
    }

    @Test
    void readUnitsWithTheirStages() throws Exception {
        HardwareProfile profile = read("""
                time-model: {type: deadline-ticks}
                units:
                  - name: dense
                    stage: synapse
                    energy: {synaptic-operation: {value: 3 pJ, kind: assumed, source: us, accounting: marginal}}
                  - name: slow
                    stage: soma
                    time: {spike: {value: 3 ns, kind: assumed, source: us}}
                """);

        PipelineUnit dense = profile.figures().units().get(0);
        assertEquals(PipelineStage.SYNAPSE, dense.stage());
        assertEquals(
                3e-12, dense.energy().get(Operation.SYNAPTIC_OPERATION).figure().value());
        assertEquals(
                3e-9,
                profile.figures().units().get(1).time().get(Operation.SPIKE).value());
    }

    @Test
    void readMemoryAndArithmetic() throws Exception {
        HardwareProfile profile = read("""
                time-model: {type: deadline-ticks}
                arithmetic:
                  int8:
                    add: {value: 1 pJ, kind: assumed, source: us}
                    multiply: {value: 2 pJ, kind: assumed, source: us}
                memory:
                  - {name: near, word-bytes: 4, capacity: {value: 1 KiB, kind: assumed, source: us}, access: {value: 1 pJ, kind: assumed, source: us}}
                  - {name: far, word-bytes: 8, access: {value: 9 pJ, kind: assumed, source: us}}
                """);

        assertEquals(
                2e-12,
                profile.conventional()
                        .arithmetic()
                        .get(NumberFormat.INT8)
                        .multiply()
                        .value());
        assertTrue(profile.conventional().memory().get(0).holds(1024));
        assertFalse(profile.conventional().memory().get(0).holds(1025));
        assertTrue(profile.conventional().memory().get(1).holds(Long.MAX_VALUE));
        assertEquals(2, profile.conventional().memory().get(1).words(9));
        assertTrue(profile.boundary().countsStaticPower());
    }

    @Test
    void putStaticPowerOutsideTheBoundary() throws Exception {
        Path file = Files.writeString(
                folder.resolve("toy.yaml"),
                HEAD.replace("excludes: nothing", "excludes: nothing, static-power: excluded")
                        + "time-model: {type: deadline-ticks}\n");

        assertFalse(ProfileLibrary.read(file).boundary().countsStaticPower());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: barrier-ticks, form: detailed} | /time-model/form: found detailed, expected a "link-buffer" beside it
            {type: barrier-ticks, form: fancy} | /time-model/form: found "fancy", expected one of phases, simple, detailed
            {type: asynchronous-events} | /time-model: found no "neurons", which is required
            {type: asynchronous-events, neurons: none} | expected one of continuous, updated
            {type: serial-ticks} | /time-model/type: found serial-ticks, expected another type with spiking execution
            {type: ticks} | /time-model/type: found "ticks", expected one of barrier-ticks, real-time-ticks, deadline-ticks, asynchronous-events, serial-ticks
            """)
    void refuseAWrongTimeModel(String model, String expected) {
        assertRefused("time-model: " + model, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            units: [{name: a, stage: synapse}, {name: a, stage: soma}] | /units/1/name: found "a" twice, expected each name once
            units: [{name: a, stage: axon-in}, {name: b, stage: axon-in}] | /units/1/stage: found a second unit of the stage axon-in, expected one: messages are counted by core
            units: [{name: a, stage: nerve}] | /units/0/stage: found "nerve", expected one of axon-in, synapse, dendrite, soma, axon-out
            units: [{name: a, stage: soma, time: {message-in: {value: 1 ns, kind: assumed, source: us}}}] | /units/0: found a figure of message-in, which is not done in the stage soma
            memory: [{name: a, word-bytes: 8, capacity: {value: 1 KiB, kind: assumed, source: us}, access: {value: 1 pJ, kind: assumed, source: us}}] | /memory/0: expected levels of ascending capacity, with none for the last
            memory: [{name: a, word-bytes: 0, access: {value: 1 pJ, kind: assumed, source: us}}] | /memory/0/word-bytes: found 0, expected at least 1
            arithmetic: {int8: {add: {value: 1 pJ, kind: assumed, source: us}}} | /arithmetic/int8: found no "multiply", which is required
            arithmetic: {int9: {}} | found the unknown key "int9", expected one of int8, int32, float16, float32
            power: {idle: {value: 1e300 W, kind: assumed, source: us}} | /power/idle/value: found "1e300 W", expected at most 1e18, and 0 or at least 1e-30 W
            time: {spike: {value: 1e-300 s, kind: assumed, source: us}} | /time/spike/value: found "1e-300 s", expected at most 1e18
            speed-up: {value: 0, kind: assumed, source: us} | /speed-up/value: found 0, expected at least 1
            """)
    void refuseAWrongPart(String part, String expected) {
        assertRefused("time-model: {type: deadline-ticks}\n" + part, expected);
    }

    private void assertRefused(String text, String expected) {
        ProfileException refusal = assertThrows(ProfileException.class, () -> read(text));

        assertTrue(refusal.getMessage().contains(expected), refusal.getMessage());
    }

    @Test
    void noOperationBelongsToTwoStages() {
        List<Operation> all = Arrays.stream(PipelineStage.values())
                .flatMap(stage -> stage.operations().stream())
                .toList();

        assertEquals(all.size(), all.stream().distinct().count());
        assertTrue(Arrays.stream(PipelineStage.values())
                .noneMatch(stage -> stage.operations().isEmpty()));
    }
}
