package ganglion.documents.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.documents.table.Hdf5ListFile.Hdf5Number;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Hdf5NumberTest {

    /** Bit patterns of the tables of IEEE 754 binary16. */
    @ParameterizedTest
    @CsvSource({
        "0, 0000",
        "1, 3c00",
        "0.5, 3800",
        "65504, 7bff",
        "0.333251953125, 3555",
        "0.00006103515625, 0400",
        // the smallest number, half of it (to even: 0), and half as much again (to even: 2 units)
        "5.9604644775390625e-8, 0001",
        "2.98023223876953125e-8, 0000",
        "8.94069671630859375e-8, 0002",
        // half way between neighbours: to the even one; just below 2: to the next power
        "1.00048828125, 3c00",
        "1.00146484375, 3c02",
        "1.9999, 4000",
        "0.0000610344, 0400"
    })
    void halvesAreRoundedToTheNearest(double value, String bits) {
        assertEquals(bits, String.format("%04x", Hdf5Number.HALF.encoded(value)));
    }

    @Test
    void shortsGoUpTo65535() {
        assertArrayEquals(
                new byte[] {0, 0, (byte) 0xff, (byte) 0xff, (byte) 0xbc, 2},
                Hdf5Number.UNSIGNED_SHORT.bytes(new double[] {0, 65535, 700}));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0.5, 65536, Double.NaN})
    void whatIsNoShortIsRefused(double value) {
        double[] values = {value};
        assertEquals(
                "found " + value + ", expected a whole number from 0 to 65535",
                assertThrows(IllegalArgumentException.class, () -> Hdf5Number.UNSIGNED_SHORT.bytes(values))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.001, 65505, Double.NaN, Double.POSITIVE_INFINITY})
    void whatIsNoHalfIsRefused(double value) {
        double[] values = {value};
        assertEquals(
                "found " + value + ", expected a number from 0 to 65504",
                assertThrows(IllegalArgumentException.class, () -> Hdf5Number.HALF.bytes(values))
                        .getMessage());
    }
}
