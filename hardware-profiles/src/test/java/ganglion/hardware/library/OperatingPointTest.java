package ganglion.hardware.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.figure.Figure.FigureKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures at another clock and voltage than the profile gives them for. */
class OperatingPointTest {

    private static final String DEVICE = """
            profile: toy
            title: Toy device
            description: For tests.
            execution: dense
            boundary: {includes: all, excludes: nothing}
            sources: {us: Our choice}
            operating-point:
              clock: {value: 100 MHz, from: 10 MHz, to: 200 MHz, kind: published, source: us}
              voltage: {value: 1 V, from: 0.5 V, to: 1.2 V, kind: published, source: us}
            power:
              sleep: {value: 1 uW, kind: published, source: us}
              idle:
                - {value: 20 uW, kind: published, source: us, interval: [10 uW, 30 uW], scales: {voltage: 1}}
                - {value: 100 uW, kind: published, source: us, scales: {clock: 1, voltage: 2}}
              run: {value: 1 mW, kind: assumed, source: us, note: a guess, scales: {clock: 1}}
            processor:
              call: {value: 10 cycles, kind: published, source: us}
              launch: {value: 10 us, kind: published, source: us, scales: {clock: -1}}
            """;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeDevice() throws Exception {
        file = Files.writeString(folder.resolve("toy.yaml"), DEVICE);
    }

    private HardwareProfile at(double hertz, double volts) throws ProfileException {
        return ProfileLibrary.read(
                file, new OperatingPointRequest(OptionalDouble.of(hertz), OptionalDouble.of(volts), 1));
    }

    @Test
    void figuresFollowTheirLaws() throws Exception {
        HardwareProfile device = at(50e6, 0.5);

        assertEquals(1e-6, device.figures().power().sleep().orElseThrow().value());
        assertEquals(
                20e-6 / 2 + 100e-6 / 2 / 4,
                device.figures().power().idle().orElseThrow().value(),
                1e-15);
        assertEquals(0.5e-3, device.figures().power().run().orElseThrow().value(), 1e-15);
        assertEquals(
                0.2e-6,
                device.conventional()
                        .processor()
                        .orElseThrow()
                        .call()
                        .orElseThrow()
                        .value(),
                1e-18);
        assertEquals(
                20e-6,
                device.conventional()
                        .processor()
                        .orElseThrow()
                        .launch()
                        .orElseThrow()
                        .value(),
                1e-18);
        assertEquals("50 MHz, 500 mV", device.figures().operatingPoint().text());
        assertEquals(50e6, device.figures().operatingPoint().clockHertz().orElseThrow());
        assertEquals(0.5, device.figures().operatingPoint().volts().orElseThrow());
    }

    @Test
    void aScaledFigureSaysWhereItComesFrom() throws Exception {
        HardwareProfile device = at(50e6, 0.5);

        Figure launch = device.conventional().processor().orElseThrow().launch().orElseThrow();
        assertEquals("20 µs", launch.text());
        assertEquals(FigureKind.DERIVED, launch.kind());
        assertEquals("scaled from 10 us at 100 MHz, 1 V as clock^-1", launch.note());
        Figure run = device.figures().power().run().orElseThrow();
        assertEquals(FigureKind.ASSUMED, run.kind());
        assertEquals("scaled from 1 mW at 100 MHz, 1 V as clock; a guess", run.note());
        Figure idle = device.figures().power().idle().orElseThrow();
        assertEquals(5e-6 + 12.5e-6, idle.interval().orElseThrow().low(), 1e-15);
        Figure clock = device.figures().operatingPoint().clock().orElseThrow().figure();
        assertEquals("asked for; the profile's own is 100 MHz", clock.note());
    }

    @Test
    void whatIsNotAskedForStays() throws Exception {
        HardwareProfile own = ProfileLibrary.read(file);
        HardwareProfile same = at(100e6, 1);
        HardwareProfile slow = ProfileLibrary.read(
                file, new OperatingPointRequest(OptionalDouble.of(50e6), OptionalDouble.empty(), 1));

        assertEquals(own, same);
        assertEquals("1 mW", own.figures().power().run().orElseThrow().text());
        assertEquals(20e-6 + 50e-6, slow.figures().power().idle().orElseThrow().value(), 1e-15);
        assertEquals("50 MHz, 1 V", slow.figures().operatingPoint().text());
    }

    @Test
    void refusesAPointOutsideTheRange() {
        assertEquals(
                file
                        + ": found the clock 250 MHz, expected one from 10 MHz to 200 MHz, where its figures are known to hold\n"
                        + file
                        + ": found the voltage 1.5 V, expected one from 500 mV to 1.2 V, where its figures are known"
                        + " to hold",
                assertThrows(ProfileException.class, () -> at(250e6, 1.5)).getMessage());
    }

    @Test
    void refusesAPointOfAProfileWithoutOne() {
        OperatingPointRequest request = new OperatingPointRequest(OptionalDouble.of(1e6), OptionalDouble.empty(), 1);

        assertEquals(
                "loihi: found the clock 1 MHz, expected none: the profile gives its figures for no clock",
                assertThrows(ProfileException.class, () -> ProfileLibrary.find("loihi", request))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"batch0", "batch-4", "batch64x", "60MHz-60MHz", "NaNMHz", "-1MHz", ""})
    void refusesWhatIsNoPointOfAKnownDevice(String point) {
        String message = assertThrows(ProfileException.class, () -> ProfileLibrary.find("rtx-3090@" + point))
                .getMessage();

        assertTrue(
                message.startsWith("rtx-3090@" + point + ": found the operating point \"" + point
                        + "\", expected a clock, a voltage and a batch"),
                message);
    }

    @Test
    void theNameOfADeviceSaysWhereItRuns() throws Exception {
        assertEquals("toy", ProfileLibrary.read(file).name());
        assertEquals("toy", at(100e6, 1).name());
        assertEquals("toy@50MHz-0.75V", at(50e6, 0.75).name());
        assertEquals("toy@0.5V", at(100e6, 0.5).name());
        assertEquals("Toy device, at 50 MHz, 750 mV", at(50e6, 0.75).about().title());
        assertEquals("Toy device", at(100e6, 1).about().title());
    }

    @ParameterizedTest
    @CsvSource({
        "odin, odin, , ",
        "odin@1.3MHz, odin, 1.3e6, ",
        "odin@1.3 MHz, odin, 1.3e6, ",
        "truenorth@0.75V, truenorth, , 0.75",
        "mine/a@b.yaml@64MHz-750mV, mine/a@b.yaml, 64e6, 0.75",
        "me@home/a.yaml, me@home/a.yaml, , ",
        "odin@fast, odin@fast, , ",
        "odin@0.75V-1MHz, odin@0.75V-1MHz, , ",
        "@1MHz, @1MHz, , "
    })
    void aReferenceIsAProfileAndAPoint(String text, String profile, Double hertz, Double volts) {
        ProfileReference reference = ProfileReference.parse(text);

        assertEquals(profile, reference.profile());
        assertEquals(
                new OperatingPointRequest(
                        hertz == null ? OptionalDouble.empty() : OptionalDouble.of(hertz),
                        volts == null ? OptionalDouble.empty() : OptionalDouble.of(volts),
                        1),
                reference.point());
    }

    @Test
    void odinFollowsItsClock() throws Exception {
        HardwareProfile slow = ProfileLibrary.find("odin@1.3MHz");

        assertEquals(
                27.3e-6 + 1.78e-6 * 1.3,
                slow.figures().power().idle().orElseThrow().value(),
                1e-12);
        assertEquals(
                2 / 1.3e6,
                slow.figures().time().get(Operation.CROSSBAR_OPERATION).value(),
                1e-15);
        assertTrue(
                slow.figures().time().get(Operation.CROSSBAR_OPERATION).note().startsWith("2 cycles at 1.3 MHz"));
    }

    @Test
    void aFixedClockCanBeAskedForAsItIs() throws Exception {
        Files.writeString(file, DEVICE.replace("from: 10 MHz, to: 200 MHz, ", ""));
        OperatingPointRequest other = new OperatingPointRequest(OptionalDouble.of(1e6), OptionalDouble.empty(), 1);

        assertEquals(100e6, at(100e6, 1).figures().operatingPoint().clockHertz().orElseThrow());
        assertEquals(
                Optional.of("found the clock 1 MHz, expected 100 MHz, the only clock that its figures hold for"),
                other.clockRefusal(ProfileLibrary.read(file).figures().operatingPoint()));
    }
}
