package ganglion.kernel.schedule;

import ganglion.kernel.event.SpikeBatch;
import java.util.Arrays;
import java.util.List;

/**
 * Joins the batches that a core is given into one, in order of tick, so that it can queue them tick by tick. Sorting pays
 * if the result is used by several cores: as many small cores with the same sources get the same batches one after the other.
 * So the batches of the core before are remembered. They are joined when a second core is given the same.
 */
final class Merger {

    private List<SpikeBatch> last = List.of();

    /** The last batches in one; empty while nobody has asked for the same again. */
    private List<SpikeBatch> joined = List.of();

    /** The same spikes in one batch, if the call before had the same batches; else the batches as they are. */
    List<SpikeBatch> joined(List<SpikeBatch> batches) {
        if (batches.size() < 2) {
            return batches;
        }
        if (!isSame(batches)) {
            last = batches;
            joined = List.of();
            return batches;
        }
        if (joined.isEmpty()) {
            joined = join(batches);
        }
        return joined;
    }

    private boolean isSame(List<SpikeBatch> batches) {
        if (batches.size() != last.size()) {
            return false;
        }
        for (int i = 0; i < batches.size(); i++) {
            if (batches.get(i) != last.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** Sorts by tick above neuron in one number; ticks count from the earliest. */
    private static List<SpikeBatch> join(List<SpikeBatch> batches) {
        long first = Long.MAX_VALUE;
        long last = 0;
        int size = 0;
        for (SpikeBatch batch : batches) {
            first = Math.min(first, batch.tick(0));
            last = Math.max(last, batch.tick(batch.size() - 1));
            size += batch.size();
        }
        if (last - first > Integer.MAX_VALUE) {
            return batches;
        }
        long[] keys = new long[size];
        int next = 0;
        for (SpikeBatch batch : batches) {
            for (int i = 0; i < batch.size(); i++) {
                keys[next++] = batch.tick(i) - first << Integer.SIZE | batch.neuron(i);
            }
        }
        Arrays.sort(keys);
        int[] neurons = new int[size];
        for (int i = 0; i < size; i++) {
            neurons[i] = (int) keys[i];
            keys[i] = first + (keys[i] >>> Integer.SIZE);
        }
        return List.of(SpikeBatch.copyOf(keys, neurons, size));
    }
}
