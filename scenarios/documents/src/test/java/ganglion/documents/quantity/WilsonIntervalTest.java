package ganglion.documents.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Intervals of shares, beside the values that Newcombe (Stat. Med. 17, 1998, table I, method 3) prints. */
class WilsonIntervalTest {

    private static void assertInterval(double low, double high, long part, long whole) {
        WilsonInterval found = WilsonInterval.of((double) part / whole, whole);

        assertEquals(low, found.low(), 5e-5);
        assertEquals(high, found.high(), 5e-5);
    }

    @Test
    void equalsThePublishedIntervals() {
        assertInterval(0.2553, 0.3662, 81, 263);
        assertInterval(0.0624, 0.1605, 15, 148);
        assertInterval(0.0061, 0.1718, 1, 29);
    }

    @Test
    void staysWithinZeroAndOneAndHasAWidthThere() {
        assertInterval(0, 0.1611, 0, 20);
        assertInterval(1 - 0.1611, 1, 20, 20);
        assertEquals(0, WilsonInterval.of(0, 7).low());
        assertEquals(1, WilsonInterval.of(1, 7).high());
    }

    @Test
    void nothingIsKnownWithoutSamples() {
        assertEquals(new WilsonInterval(0, 1), WilsonInterval.of(0, 0));
    }

    @Test
    void isWrittenInPercentWithOneDigit() {
        assertEquals("[25.5, 36.6]", WilsonInterval.of(81 / 263.0, 263).percent());
    }
}
