package ganglion.hardware.placement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import ganglion.hardware.placement.IncomingSynapses.Transposition;
import ganglion.kernel.network.DividedSynapses;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.network.TargetSlice;
import ganglion.kernel.parallel.TaskRunner;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetWordsTest {

    /** How often each target is reached after each delay, bit by bit: target times 100 plus delay. */
    private static Map<Integer, Integer> reached(TargetWords words, int source) {
        Map<Integer, Integer> reached = new TreeMap<>();
        for (int entry = words.first(source); entry < words.first(source + 1); entry++) {
            int delay = words.commonDelayTicks() > 0 ? words.commonDelayTicks() : words.delayTicks(entry);
            for (int bit = 0; bit < Long.SIZE; bit++) {
                if ((words.mask(entry) & 1L << bit) != 0) {
                    reached.merge((words.word(entry) * Long.SIZE + bit) * 100 + delay, 1, Integer::sum);
                }
            }
        }
        return reached;
    }

    private static Synapses clustered(long seed, int delays) {
        SplittableRandom random = new SplittableRandom(seed);
        SparseSynapses.Builder builder = SparseSynapses.builder(6, 200);
        for (int source = 0; source < 6; source++) {
            int from = random.nextInt(100);
            for (int target = from; target < from + 90; target++) {
                builder.add(source, target, 1, 1 + random.nextInt(delays));
            }
        }
        return builder.build();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void holdEverySynapseOnce(int delays) {
        for (long seed = 0; seed < 20; seed++) {
            Synapses synapses = clustered(seed, delays);
            TargetWords words = TargetWords.of(synapses, 37, TaskRunner.SEQUENTIAL);
            assertNotNull(words);
            assertEquals(delays == 1 ? 1 : 0, words.commonDelayTicks());
            for (int source = 0; source < 6; source++) {
                Map<Integer, Integer> expected = new TreeMap<>();
                for (int i = 0; i < synapses.outDegree(source); i++) {
                    int key = (37 + synapses.target(source, i)) * 100 + synapses.delayTicks(source, i);
                    expected.merge(key, 1, Integer::sum);
                }
                assertEquals(expected, reached(words, source), "seed " + seed + ", source " + source);
            }
        }
    }

    /** Rows that are divided in the middle of a word. */
    @Test
    void holdEverySynapseOfDividedRows() {
        SplittableRandom random = new SplittableRandom(5);
        SparseSynapses.Builder whole = SparseSynapses.builder(6, 200);
        SparseSynapses.Builder before = SparseSynapses.builder(6, 200, new TargetSlice(0, 97));
        SparseSynapses.Builder after = SparseSynapses.builder(6, 200, new TargetSlice(97, 200));
        for (int i = 0; i < 900; i++) {
            int source = i % 6;
            int target = i / 6 + source;
            int delay = 1 + random.nextInt(2);
            whole.add(source, target, 1, delay);
            before.add(source, target, 1, delay);
            after.add(source, target, 1, delay);
        }
        Synapses undivided = whole.build();
        Synapses divided = DividedSynapses.of(List.of(before.build(), after.build()));

        TargetWords expected = TargetWords.of(undivided, 37, TaskRunner.SEQUENTIAL);
        TargetWords words = TargetWords.of(divided, 37, TaskRunner.SEQUENTIAL);

        for (int source = 0; source < 6; source++) {
            assertEquals(reached(expected, source), reached(words, source));
        }
        int[] rowStart = new Transposition(undivided, TaskRunner.SEQUENTIAL).rowStart();
        Transposition byTarget = new Transposition(divided, TaskRunner.SEQUENTIAL);
        assertArrayEquals(rowStart, byTarget.rowStart());
        assertArrayEquals(
                new Transposition(undivided, TaskRunner.SEQUENTIAL).sources(9, rowStart),
                byTarget.sources(9, rowStart));
    }

    @Test
    void markTheTargetsOfASource() {
        TargetWords words = TargetWords.of(clustered(3, 1), 37, TaskRunner.SEQUENTIAL);
        long[] set = new long[4];

        words.mark(2, set);

        long bits = 0;
        for (long word : set) {
            bits += Long.bitCount(word);
        }
        assertEquals(90, bits);
        assertEquals(reached(words, 2).size(), bits);
    }

    @Test
    void areNotMadeForScatteredTargets() {
        SparseSynapses.Builder scattered = SparseSynapses.builder(2, 1000);
        for (int target = 0; target < 1000; target += 100) {
            scattered.add(0, target, 1, 1).add(1, target, 1, 1);
        }

        assertNull(TargetWords.of(scattered.build(), 0, TaskRunner.SEQUENTIAL));
    }
}
