package ganglion.kernel.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import ganglion.kernel.event.SpikeBatch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergerTest {

    private static final long FAR = 1L << 50;
    private static final SpikeBatch ONE = SpikeBatch.copyOf(new long[] {FAR, FAR + 2}, new int[] {5, 0}, 2);
    private static final SpikeBatch OTHER =
            SpikeBatch.copyOf(new long[] {FAR - 1, FAR, FAR + 2}, new int[] {7, 3, 8}, 3);

    private static String text(List<SpikeBatch> batches) {
        List<String> spikes = new ArrayList<>();
        for (SpikeBatch batch : batches) {
            for (int i = 0; i < batch.size(); i++) {
                spikes.add(batch.tick(i) - FAR + " " + batch.neuron(i));
            }
        }
        return batches.size() + ": " + String.join(", ", spikes);
    }

    @Test
    void joinsWhatASecondCoreIsGivenAndKeepsItForAThird() {
        Merger merger = new Merger();
        List<SpikeBatch> batches = List.of(ONE, OTHER);

        assertSame(batches, merger.joined(batches));
        List<SpikeBatch> second = merger.joined(new ArrayList<>(batches));
        assertEquals("1: -1 7, 0 3, 0 5, 2 0, 2 8", text(second));
        assertSame(second, merger.joined(new ArrayList<>(batches)));
    }

    @Test
    void leavesOthersAlone() {
        Merger merger = new Merger();
        merger.joined(List.of(ONE, OTHER));
        merger.joined(List.of(ONE, OTHER));

        for (List<SpikeBatch> batches : List.of(List.of(OTHER, ONE), List.of(ONE, OTHER, ONE), List.of(ONE))) {
            assertSame(batches, merger.joined(batches));
        }
    }

    /** Ticks are packed into half a number. */
    @Test
    void leavesBatchesThatAreTooFarApart() {
        Merger merger = new Merger();
        List<SpikeBatch> batches = List.of(ONE, SpikeBatch.copyOf(new long[] {FAR + (1L << 31)}, new int[] {1}, 1));

        merger.joined(batches);
        assertEquals("2: 0 5, 2 0, 2147483648 1", text(merger.joined(batches)));
    }
}
