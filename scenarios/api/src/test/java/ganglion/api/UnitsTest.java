package ganglion.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Numbers with units, and that bad ones are told at once. */
final class UnitsTest {

    @Test
    void timesAndFrequenciesKeepWhatWasWritten() {
        assertEquals("0.1 ms", Units.millis(0.1).text());
        assertEquals("20 ms", Units.millis(20).toString());
        assertEquals("0 s", Units.seconds(0).text());
        assertEquals("0.0000001 s", Units.seconds(1e-7).text());
        assertEquals("3 ticks", Units.ticks(3).text());
        assertEquals("1 tick", Units.ticks(1).text());
        assertEquals("2.5 kHz", Units.kilohertz(2.5).text());
        assertEquals(Units.millis(20), new TimeSpan("20 ms"));
    }

    @Test
    void electricalUnitsFitTogether() {
        assertEquals(20, Units.volts(0.02), 1e-12);
        assertEquals(20, Units.millivolts(20));
        assertEquals(1000, Units.nanoamperes(1));
        assertEquals(250, Units.nanofarads(0.25));
        assertEquals(Units.picofarads(1), Units.picoamperes(1));
    }

    @Test
    void badNumbersAreToldAtOnce() {
        List<Executable> bad = List.of(
                () -> Units.millis(-1),
                () -> Units.seconds(Double.NaN),
                () -> Units.micros(Double.POSITIVE_INFINITY),
                () -> Units.ticks(-1),
                () -> Units.hertz(-8),
                () -> Units.hertz(Double.NaN),
                () -> Units.millivolts(Double.NaN),
                () -> new TimeSpan("soon"),
                () -> new TimeSpan("-3 ms"),
                () -> new Frequency("3 ms"),
                () -> RandomValue.normal(0, Double.NaN),
                () -> StdpRule.upTo(Double.NaN),
                () -> NeuronType.lif().threshold(Double.NaN),
                () -> NeuronType.lif().set("bias", new double[] {1, Double.NaN}));
        for (Executable each : bad) {
            InvalidInputException refusal = assertThrows(InvalidInputException.class, each);
            assertEquals(1, refusal.faults().size());
            GanglionException.Fault fault = refusal.faults().get(0);
            assertTrue(fault.found().isPresent(), fault::message);
            assertTrue(fault.expected().isPresent(), fault::message);
        }
    }

    @Test
    void aFaultSaysWhatWasFoundAndExpected() {
        GanglionException.Fault fault = assertThrows(InvalidInputException.class, () -> Units.ticks(-2))
                .faults()
                .get(0);

        assertEquals("-2 ticks", fault.found().orElseThrow());
        assertEquals("at least 0", fault.expected().orElseThrow());
        assertEquals("found -2 ticks, expected at least 0", fault.toString());
        assertTrue(new GanglionException.Fault("", 0, "", "there is no such file")
                .found()
                .isEmpty());
    }
}
