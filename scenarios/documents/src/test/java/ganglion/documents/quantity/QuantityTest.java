package ganglion.documents.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "23.6 pJ, ENERGY, 23.6e-12",
        "93nJ, ENERGY, 93e-9",
        "2 ms, TIME, 0.002",
        "200 ms, TIME, 0.2",
        "113 ns, TIME, 113e-9",
        "16 µs, TIME, 16e-6",
        "16 μs, TIME, 16e-6",
        "1e-3 s, TIME, 0.001",
        "104 mW, POWER, 0.104",
        "16 kHz, FREQUENCY, 16000",
        "64 MHz, FREQUENCY, 64e6",
        "128 KiB, MEMORY, 131072",
        "128 kB, MEMORY, 128000",
        "9 bit, MEMORY, 1.125",
        "1024, COUNT, 1024",
        ".5 s, TIME, 0.5",
        "-3 ms, TIME, -0.003"
    })
    void readsNumbersWithUnits(String text, Dimension dimension, double expected) {
        assertEquals(expected, Quantity.parse(text, dimension).value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"23.6", "23.6 ms", "23.6 PJ", "pJ", "", "1 2 pJ", "1,5 pJ", "NaN J", "1e999 J", "0x1 J", "1 pJ!"
            })
    void saysWhatWasFoundAndWhatWasExpected(String text) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Quantity.parse(text, Dimension.ENERGY));

        assertEquals(
                "found \"" + text + "\", expected an energy such as 23.6 pJ (J, mJ, uJ, nJ, pJ, fJ)",
                refusal.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void readsItsOwnExamplesAndEveryUnit(Dimension dimension) {
        assertTrue(Quantity.parse(dimension.example(), dimension).value() > 0);
        dimension
                .factorByUnit()
                .forEach((unit, factor) -> assertEquals(
                        3 * factor, Quantity.parse("3 " + unit, dimension).value(), 1e-12 * factor, unit));
        assertEquals(1.0, dimension.factorByUnit().get(dimension.baseUnit()));
    }

    @ParameterizedTest
    @CsvSource({"4.1 ns, TIME, 4.1e-9", "23.6 pJ, ENERGY, 23.6e-12", "5.1 ns, TIME, 5.1e-9", "0.3 fJ, ENERGY, 0.3e-15"})
    void isTheNearestNumberToTheDecimal(String text, Dimension dimension, double expected) {
        assertEquals(expected, Quantity.parse(text, dimension).value());
    }

    @Test
    void refusesValuesThatAreNotFinite() {
        assertThrows(IllegalArgumentException.class, () -> new Quantity(Double.NaN, Dimension.TIME));
        assertThrows(IllegalArgumentException.class, () -> new Quantity(Double.POSITIVE_INFINITY, Dimension.TIME));
    }

    @ParameterizedTest
    @CsvSource({
        "23.6e-12, ENERGY, 23.6 pJ",
        "23.64e-12, ENERGY, 23.6 pJ",
        "9.996e-7, ENERGY, 1 µJ",
        "0.99949, ENERGY, 999 mJ",
        "1, ENERGY, 1 J",
        "0, ENERGY, 0 J",
        "-0.0015, TIME, -1.5 ms",
        "1.3e-26, ENERGY, 0.013 yJ",
        "131072, MEMORY, 131 kB",
        "131072, COUNT, 131000",
        "0.002, TIME, 2 ms",
        "64e6, FREQUENCY, 64 MHz",
        "9.88e-315, TIME, 9.88E-291 ys",
        "1e300, FREQUENCY, 1E+282 EHz",
        "NaN, ENERGY, unknown"
    })
    void writesThreeDigitsAndThePrefixThatFits(double value, Dimension dimension, String expected) {
        assertEquals(expected, QuantityFormat.format(value, dimension));
    }

    @Test
    void writesAsManyDigitsAsAskedForInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);

            assertEquals("1.234567 mJ", QuantityFormat.format(1.234567e-3, "J", 7));
            assertEquals("1 mJ", QuantityFormat.format(1.234567e-3, "J", 1));
            assertEquals("12.5 ns", new Quantity(12.5e-9, Dimension.TIME).toString());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aDeviationHasTheUnitOfItsMean() {
        assertEquals("0.0305 \u00b1 0.002 Hz", QuantityFormat.formatWithDeviation(0.0305, 0.002, "Hz", 3));
        assertEquals("9.3 \u00b1 0.84 Hz", QuantityFormat.formatWithDeviation(9.3, 0.84, "Hz", 3));
        assertEquals("157 \u00b1 0.00074 \u00b5J", QuantityFormat.formatWithDeviation(157e-6, 738e-12, "J", 3));
        assertEquals("0 \u00b1 2 ms", QuantityFormat.formatWithDeviation(0, 0.002, "s", 3));
        assertEquals("3 \u00b1 0.5", QuantityFormat.formatWithDeviation(3, 0.5, "", 3));
    }

    @ParameterizedTest
    @CsvSource({
        "0.04, 40 ms",
        "0.019999999552965164, 19.999999552965164 ms",
        "0.1, 100 ms",
        "0.30000000000000004, 300.00000000000004 ms",
        "156.654187696e-6, 156.654187696 µs",
        "0, 0 s"
    })
    void exactValuesHaveAsFewDigitsAsReadBackToTheSameBits(double seconds, String expected) {
        String text = QuantityFormat.exact(seconds, "s");

        assertEquals(expected, text);
        assertEquals(seconds, Quantity.parse(text, Dimension.TIME).value());
    }
}
