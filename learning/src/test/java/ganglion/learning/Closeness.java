package ganglion.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

/** Compares arrays of numbers. */
public final class Closeness {

    private Closeness() {}

    /** Every value within an absolute tolerance. */
    public static void assertClose(String what, double[] expected, double[] actual, double tolerance) {
        assertEquals(expected.length, actual.length, what + ": number of values");
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], tolerance, what + "[" + i + "]");
        }
    }

    /** Every value within a tolerance relative to one plus the largest. */
    public static void assertRelativelyClose(String what, double[] expected, double[] actual, double tolerance) {
        double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        assertClose(what, expected, actual, tolerance * (1 + largest));
    }
}
