package ganglion.hardware.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.ChipLimits;
import ganglion.hardware.chip.FrontEndSite;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.HardwareProfile.InputOutput;
import ganglion.hardware.chip.Mesh;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.chip.PowerStates;
import ganglion.hardware.chip.Processor;
import ganglion.hardware.chip.Processor.LayerKind;
import ganglion.hardware.chip.TimeModel.SerialTicks;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.figure.Figure.FigureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What documents can say of a device as a whole: powers, processor, front end, input and output. */
class DeviceKeysTest {

    private static final String HEAD = """
            profile: toy
            title: Toy device
            description: For tests.
            execution: dense
            boundary: {includes: all, excludes: nothing}
            sources: {us: Our choice, them: Theirs}
            """;
    private static final String ARITHMETIC =
            "arithmetic: {int8: {add: {value: 1 pJ, kind: assumed, source: us}, multiply: {value: 1 pJ, kind: assumed, source: us}}}\n";

    @TempDir
    private Path folder;

    private HardwareProfile read(String text) throws IOException, ProfileException {
        return ProfileLibrary.read(Files.writeString(folder.resolve("toy.yaml"), HEAD + text));
    }

    private void assertRefused(String text, String expected) {
        ProfileException refusal = assertThrows(ProfileException.class, () -> read(text));

        assertTrue(refusal.getMessage().contains(expected), refusal.getMessage());
    }

    @Test
    void aDenseDeviceIsOneCoreWithSerialTicks() throws Exception {
        HardwareProfile device = read(ARITHMETIC);

        assertEquals(new Mesh(1, 1, 1), device.cores().mesh());
        assertEquals(ChipLimits.UNKNOWN, device.cores().limits());
        assertEquals(new SerialTicks(), device.cores().timeModel());
        assertEquals(PowerStates.UNKNOWN, device.figures().power());
        assertEquals(Optional.empty(), device.conventional().processor());
        assertEquals(Optional.empty(), device.surroundings().frontEnd());
        assertEquals(Optional.empty(), device.surroundings().inputOutput());
        assertEquals("", device.figures().operatingPoint().text());
    }

    @Test
    void aChipOfSpikesSaysHowItsCoresLieAndHowItsTicksPass() throws Exception {
        Path file = Files.writeString(folder.resolve("toy.yaml"), HEAD.replace("dense", "spiking"));

        ProfileException refusal = assertThrows(ProfileException.class, () -> ProfileLibrary.read(file));

        assertEquals(3, refusal.problems().size());
        assertTrue(refusal.getMessage().contains("found no \"models\", which is required with spiking execution"));
        assertTrue(refusal.getMessage().contains("found no \"topology\", which is required with spiking execution"));
        assertTrue(refusal.getMessage().contains("found no \"time-model\""));
    }

    @Test
    void aPowerIsAFigureOrASumOfFigures() throws Exception {
        PowerStates power = read(ARITHMETIC + """
                        power:
                          off: {value: 1 uW, kind: published, source: us}
                          sleep: [{value: 6 uW, kind: quoted, source: us, note: with memory}]
                          idle:
                            - {value: 27.3 uW, kind: published, source: us, note: leakage}
                            - {value: 133.5 uW, kind: quoted, source: them}
                        """).figures().power();

        assertEquals(1e-6, power.off().orElseThrow().value());
        Figure sleep = power.sleep().orElseThrow();
        assertEquals("6 uW", sleep.text());
        assertEquals(FigureKind.QUOTED, sleep.kind());
        assertEquals("with memory", sleep.note());
        Figure idle = power.idle().orElseThrow();
        assertEquals(160.8e-6, idle.value(), 1e-15);
        assertEquals("160.8 µW", idle.text());
        assertEquals(FigureKind.QUOTED, idle.kind());
        assertEquals("Our choice; Theirs", idle.source());
        assertEquals("27.3 uW (leakage) + 133.5 uW", idle.note());
        assertEquals(Optional.empty(), power.run());
    }

    @Test
    void aProcessorHasTimes() throws Exception {
        Processor processor = read("""
                        processor:
                          call: {value: 20 us, kind: published, source: us}
                          launch: {value: 5 us, kind: published, source: us}
                          multiply-accumulate:
                            dense: {int8: {value: 2 ns, kind: fitted, source: us}, float32: {value: 8 ns, kind: fitted, source: us}}
                            convolution: {int8: {value: 1 ns, kind: fitted, source: us}}
                          at-best: {value: 0.5 ns, kind: published, source: us}
                          weight-byte: {value: 0.1 ns, kind: published, source: us}
                          output: {value: 3 ns, kind: published, source: us}
                          signal: {butterfly: {value: 7 ns, kind: published, source: us}}
                        """).conventional().processor().orElseThrow();

        assertEquals(20e-6, processor.call().orElseThrow().value());
        assertEquals(5e-6, processor.launch().orElseThrow().value());
        assertEquals(2e-9, time(processor, LayerKind.DENSE, NumberFormat.INT8));
        assertEquals(8e-9, time(processor, LayerKind.DENSE, NumberFormat.FLOAT32));
        assertEquals(1e-9, time(processor, LayerKind.CONVOLUTION, NumberFormat.INT8));
        assertEquals(Optional.empty(), processor.multiplyAccumulate(LayerKind.CONVOLUTION, NumberFormat.FLOAT32));
        assertEquals(0.5e-9, processor.atBest().orElseThrow().value());
        assertEquals(0.1e-9, processor.weightByte().orElseThrow().value());
        assertEquals(3e-9, processor.output().orElseThrow().value());
        assertEquals(7e-9, processor.signal().get("butterfly").value());
        assertEquals(1, processor.signal().size());
    }

    private static double time(Processor processor, LayerKind kind, NumberFormat format) {
        return processor.multiplyAccumulate(kind, format).orElseThrow().value();
    }

    @Test
    void aFrontEndIsAnalogueOrBeside() throws Exception {
        FrontEndSite.Analogue analogue = (FrontEndSite.Analogue)
                read(ARITHMETIC + "front-end: {analogue: {value: 50 uW, kind: published, source: us}}")
                        .surroundings()
                        .frontEnd()
                        .orElseThrow();

        assertEquals(50e-6, analogue.power().value());
    }

    @Test
    void inputAndOutputTakeTimeAndEnergy() throws Exception {
        InputOutput way = read(ARITHMETIC + """
                        input-output:
                          tick-time: {value: 1 us, kind: published, source: us}
                          decision-time: {value: 2 us, kind: published, source: us}
                          power: {value: 3 mW, kind: published, source: us}
                          decision-energy: {value: 4 nJ, kind: published, source: us}
                        """).surroundings().inputOutput().orElseThrow();

        assertEquals(1e-6, way.tickTime().orElseThrow().value());
        assertEquals(2e-6, way.decisionTime().orElseThrow().value());
        assertEquals(3e-3, way.power().orElseThrow().value());
        assertEquals(4e-9, way.decisionEnergy().orElseThrow().value());
    }

    @Test
    void timesInCyclesFollowTheClock() throws Exception {
        HardwareProfile device = read("""
                operating-point: {clock: {value: 100 MHz, kind: published, source: us}}
                processor:
                  call: {value: 1 cycle, kind: published, source: us}
                  output: {value: 2.5 cycles, kind: quoted, source: us, note: loop of 5, interval: [2 cycles, 4 cycles]}
                """);

        Figure output = device.conventional().processor().orElseThrow().output().orElseThrow();
        assertEquals(
                1e-8,
                device.conventional()
                        .processor()
                        .orElseThrow()
                        .call()
                        .orElseThrow()
                        .value());
        assertEquals(2.5e-8, output.value(), 1e-20);
        assertEquals("25 ns", output.text());
        assertEquals("2.5 cycles at 100 MHz; loop of 5", output.note());
        assertEquals(FigureKind.QUOTED, output.kind());
        assertEquals(4e-8, output.interval().orElseThrow().high(), 1e-20);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            power: {} | /power: found an object with 0 keys, expected at least 1 keys
            power: {idle: []} | /power/idle: found a list of 0 elements, expected at least 1 elements
            power: {nap: {value: 1 W, kind: assumed, source: us}} | found the unknown key "nap", expected one of off, sleep, idle, run
            power: {idle: 3 W} | /power/idle: found "3 W", expected a figure, or a list of figures that are added
            power: {idle: [{value: 3 J, kind: assumed, source: us}]} | /power/idle/0/value
            processor: {multiply-accumulate: {depthwise: {}}} | found the unknown key "depthwise", expected one of dense, convolution
            processor: {signal: {cosine: {value: 1 ns, kind: assumed, source: us}}} | found the unknown key "cosine", expected one of multiply-add
            processor: {call: {value: 3 cycles, kind: assumed, source: us}} | /processor/call/value: found "3 cycles", expected a clock in operating-point beside it, or a time such as 3.5 ns
            front-end: {analogue: {value: 1 W, kind: assumed, source: us}, beside: other, reason: x} | /front-end
            processor: {at-best: {value: 0 ns, kind: assumed, source: us}} | /processor/at-best: found a time of 0, expected one above 0
            front-end: {beside: other} | /front-end: found
            input-output: {tick: {value: 1 ns, kind: assumed, source: us}} | found the unknown key "tick", expected one of tick-time
            power: {idle: {value: 1 W, kind: assumed, source: us, scales: {clock: 1}}} | /power/idle/scales/clock: found a law of the clock, expected a clock in operating-point
            power: {idle: {value: 1 W, kind: assumed, source: us, scales: {voltage: 2}}} | /power/idle/scales/voltage: found a law of the voltage
            power: {idle: {value: 1 W, kind: assumed, source: us, scales: {}}} | /power/idle/scales: found an object with 0 keys
            operating-point: {clock: {value: 0 Hz, kind: assumed, source: us}} | /operating-point/clock: found 0 Hz, expected a value above 0 within its range
            operating-point: {clock: {value: 9 Hz, to: 8 Hz, kind: assumed, source: us}} | /operating-point/clock: found 9 Hz, expected a value above 0 within its range
            """)
    void refusesAWrongPart(String part, String expected) {
        assertRefused(ARITHMETIC + part, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            power: {sleep: {value: 2 W, kind: assumed, source: us}, idle: {value: 1 W, kind: assumed, source: us}} | /power/idle: found 1 W, expected at least the 2 W of sleep
            power: {off: {value: 2 W, kind: assumed, source: us}, idle: {value: 1 W, kind: assumed, source: us}} | /power/idle: found 1 W, expected at least the 2 W of off
            power: {run: {value: 2 W, kind: assumed, source: us}} | /power/run: found the power of a device at work beside arithmetic, expected one of the two
            front-end: {beside: loihy, reason: x} | /front-end/beside: found "loihy", which cannot be used: found no profile of that name, expected a name of
            front-end: {beside: loihi, reason: x} | /front-end/beside: found "loihi", expected a profile with times of signal processing
            front-end: {beside: gone.yaml, reason: x} | /front-end/beside: found "gone.yaml", but there is no such file
            front-end: {beside: wrong.yaml, reason: x} | /front-end/beside: found "wrong.yaml", which cannot be used: found no "title"
            """)
    void refusesPartsThatDoNotGoTogether(String part, String expected) throws IOException {
        Files.writeString(folder.resolve("wrong.yaml"), HEAD.replace("title: Toy device\n", "") + ARITHMETIC);

        assertRefused(ARITHMETIC + part, expected);
    }

    @Test
    void powersMayBeEqual() throws Exception {
        HardwareProfile device = read(
                ARITHMETIC
                        + "power: {sleep: {value: 1 W, kind: assumed, source: us}, idle: {value: 1 W, kind: assumed, source: us}}");

        assertEquals(1, device.figures().power().idle().orElseThrow().value());
    }

    @Test
    void aDenseDeviceSaysWhatANetworkTakes() throws Exception {
        assertRefused("", "toy.yaml:1: found a device of dense execution with neither");

        assertEquals(
                1,
                read("energy: {multiply-accumulate: {value: 1 pJ, kind: assumed, source: us, accounting: marginal}}")
                        .figures()
                        .energy()
                        .size());
    }

    @Test
    void aRunningPowerStandsBesideNoPrice() {
        assertRefused("""
                processor: {call: {value: 1 us, kind: assumed, source: us}}
                power: {run: {value: 2 W, kind: assumed, source: us}}
                energy: {multiply-accumulate: {value: 1 pJ, kind: assumed, source: us, accounting: marginal}}
                """, "/power/run: found the power of a device at work beside energy");
    }

    @Test
    void theProcessorBesideMayBeAFileThatNamesThisOne() throws Exception {
        String signal = "processor: {signal: {butterfly: {value: 7 ns, kind: assumed, source: us}}}\n";
        Files.writeString(folder.resolve("other.yaml"), HEAD + signal);
        Files.writeString(
                folder.resolve("another.yaml"),
                HEAD + signal.replace("7 ns", "7 cycles")
                        + "operating-point: {clock: {value: 1 MHz, to: 2 MHz, kind: assumed, source: us}}");

        FrontEndSite.Beside beside =
                (FrontEndSite.Beside) read(ARITHMETIC + "front-end: {beside: other.yaml, reason: it is at hand}")
                        .surroundings()
                        .frontEnd()
                        .orElseThrow();
        FrontEndSite.Beside faster =
                (FrontEndSite.Beside) read(ARITHMETIC + "front-end: {beside: another.yaml@2MHz, reason: it is at hand}")
                        .surroundings()
                        .frontEnd()
                        .orElseThrow();

        assertEquals("it is at hand", beside.reason());
        assertEquals(7e-9, butterfly(beside));
        assertEquals(3.5e-6, butterfly(faster), 1e-15);
        assertRefused(
                ARITHMETIC + "front-end: {beside: another.yaml@3MHz, reason: x}",
                "which cannot be used: found the clock 3 MHz, expected one from 1 MHz to 2 MHz");
        assertRefused(
                signal + "front-end: {beside: other.yaml, reason: x}",
                "/front-end: found a processor beside a device that has times of signal processing itself");
    }

    private static double butterfly(FrontEndSite.Beside beside) throws ProfileException {
        return ProfileLibrary.open(beside.profile())
                .conventional()
                .processor()
                .orElseThrow()
                .signal()
                .get("butterfly")
                .value();
    }

    @Test
    void twoProfilesMayNameEachOther() throws Exception {
        String spiking = HEAD.replace("dense", "spiking")
                + "topology: {width: 1, height: 1, cores-per-tile: 1, kind: assumed, source: us}\n"
                + "models: {}\n"
                + "time-model: {type: deadline-ticks}\n";
        Files.writeString(folder.resolve("b.yaml"), spiking + "front-end: {beside: toy.yaml, reason: x}");
        Path a = Files.writeString(folder.resolve("toy.yaml"), spiking + "front-end: {beside: b.yaml, reason: x}");

        assertTrue(assertThrows(ProfileException.class, () -> ProfileLibrary.read(a))
                .getMessage()
                .contains("expected a profile with times of signal processing"));
    }

    @Test
    void theProcessorsBesideShippedChipsCanComputeAFrontEnd() throws Exception {
        for (HardwareProfile profile : ProfileLibrary.builtIn()) {
            if (profile.surroundings().frontEnd().orElse(null) instanceof FrontEndSite.Beside beside) {
                assertTrue(
                        ProfileLibrary.find(beside.profile()).conventional().processor().stream()
                                .anyMatch(processor -> !processor.signal().isEmpty()),
                        profile.name() + " has its front end on " + beside.profile());
            }
        }
    }

    @Test
    void refusesALawBesideCycles() {
        assertRefused("""
                operating-point: {clock: {value: 100 MHz, kind: published, source: us}}
                processor: {call: {value: 1 cycle, kind: published, source: us, scales: {clock: -1}}}
                """, "/processor/call/scales: found a law of the clock beside a value in cycles");
    }
}
