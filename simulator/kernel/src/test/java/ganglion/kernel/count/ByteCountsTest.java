package ganglion.kernel.count;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteCountsTest {

    private final Random random = new Random(3);

    /** Neurons in ascending order, some more than once. */
    private int[] neurons(int size, int count) {
        return random.ints(count, 0, size).sorted().toArray();
    }

    private static void count(int[] neurons, int[] counts) {
        for (int neuron : neurons) {
            counts[neuron]++;
        }
    }

    private static int[] read(ByteCounts counts, int size) {
        int[] numbers = new int[size];
        Arrays.setAll(numbers, counts::at);
        return numbers;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 65, 500, 511, 512, 513, 3000, 65_535})
    void countsTheRowsAndTheTwinsThatReachEachNeuron(int size) {
        BitLayout layout = BitLayout.of(size);
        CarrySaveAdder adder = new CarrySaveAdder(layout.words());
        ByteCounts found = new ByteCounts(layout);
        for (int rows : new int[] {0, 1, 2, 3, 4, 7, 8, 15, 16, 40, 100, 0, 5}) {
            int[] expected = new int[size];
            long[][] bits = new long[rows][];
            adder.clear();
            for (int row = 0; row < rows; row++) {
                int[] neurons = neurons(size, random.nextInt(1 + size / 2));
                count(neurons, expected);
                bits[row] = layout.row(neurons, neurons.length);
                adder.add(bits[row]);
            }
            found.take(adder, adder.finish());
            for (long[] row : bits) {
                assertTrue(found.addTwins(row));
            }

            assertArrayEquals(expected, read(found, size), rows + " rows");
            int largest = Arrays.stream(expected).max().orElseThrow();
            assertTrue(1 << found.width() > largest, "width " + found.width() + " of " + largest);
        }
    }

    @Test
    void addsDigitsUpTo255AndDropsPlanesOfZeros() {
        BitLayout layout = BitLayout.of(100);
        CarrySaveAdder adder = new CarrySaveAdder(layout.words());
        long[] all = layout.row(new int[] {3, 50}, 2);
        long[] one = layout.row(new int[] {3}, 1);
        for (int i = 0; i < 250; i++) {
            adder.add(i % 10 == 0 ? all : one);
        }
        assertEquals(8, adder.finish());
        ByteCounts counts = new ByteCounts(layout);
        counts.take(adder, 8);
        assertEquals(250, counts.at(3));
        assertEquals(25, counts.at(50));
        assertEquals(0, counts.at(99));

        adder.clear();
        for (int neuron = 0; neuron < 9; neuron++) {
            adder.add(layout.row(new int[] {neuron}, 1));
        }
        assertEquals(1, adder.finish(), "no neuron is reached twice");
    }

    @Test
    void noticesANumberThatDoesNotFitIntoAByte() {
        BitLayout layout = BitLayout.of(100);
        CarrySaveAdder adder = new CarrySaveAdder(layout.words());
        long[] twice = layout.row(new int[] {41, 41}, 2);
        for (int i = 0; i < 128; i++) {
            adder.add(twice);
        }
        ByteCounts counts = new ByteCounts(layout);
        counts.take(adder, adder.finish());
        for (int i = 0; i < 127; i++) {
            assertTrue(counts.addTwins(twice));
        }
        assertEquals(255, counts.at(41));
        assertEquals(8, counts.width());
        assertFalse(counts.addTwins(twice));
    }
}
