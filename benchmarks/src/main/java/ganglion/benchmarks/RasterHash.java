package ganglion.benchmarks;

import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 over all spikes in order of (tick, neuron), each as two little-endian 32-bit numbers: the stamp, which is the end
 * of the tick and thus its number plus one, and the network-wide number of the neuron. The same as that of the spikes that
 * {@code snnref} writes, once they are sorted.
 */
final class RasterHash {

    private RasterHash() {}

    static String of(SimulationResult result) {
        MessageDigest digest = sha256();
        List<SpikeRaster> spikes = result.spikes();
        int[] next = new int[spikes.size()];
        ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        for (long tick = earliest(spikes, next); tick < Long.MAX_VALUE; tick = earliest(spikes, next)) {
            for (int p = 0; p < next.length; p++) {
                int first = result.network().firstNeuron(p);
                for (; next[p] < spikes.get(p).size() && spikes.get(p).tick(next[p]) == tick; next[p]++) {
                    bytes.clear()
                            .putInt((int) tick + 1)
                            .putInt(first + spikes.get(p).neuron(next[p]));
                    digest.update(bytes.array());
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static long earliest(List<SpikeRaster> spikes, int[] next) {
        long earliest = Long.MAX_VALUE;
        for (int p = 0; p < next.length; p++) {
            if (next[p] < spikes.get(p).size()) {
                earliest = Math.min(earliest, spikes.get(p).tick(next[p]));
            }
        }
        return earliest;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
