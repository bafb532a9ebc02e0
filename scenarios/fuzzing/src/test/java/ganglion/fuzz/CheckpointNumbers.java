package ganglion.fuzz;

import java.nio.ByteBuffer;

/** Walks over the numbers of a checkpoint in their order, and hashes them as the kernel does. */
final class CheckpointNumbers {

    private final ByteBuffer bytes;

    /** As in the kernel's HashMixer. */
    private long sum = 0x6A09E667F3BCC908L;

    CheckpointNumbers(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    long sum() {
        return sum;
    }

    /** @throws java.nio.BufferUnderflowException if a number counts more than there is */
    void readAll(int populations) {
        longs(4); // fingerprint, tick, synaptic events, neuron updates
        for (int p = 0; p < populations; p++) {
            longs(count());
            for (int spike = count(); spike > 0; spike--) {
                longs(1);
                count();
            }
        }
        int wishes = count();
        longs(wishes);
        for (int wish = 0; wish < wishes; wish++) {
            count();
        }
        for (int twice = 0; twice < 2; twice++) { // plastic weights, then membranes
            for (int array = count(); array > 0; array--) {
                count();
                longs(count());
            }
        }
    }

    private int count() {
        int number = bytes.getInt();
        add(number);
        return number;
    }

    private void longs(int count) {
        for (int i = 0; i < count; i++) {
            add(bytes.getLong());
        }
    }

    private void add(long number) {
        long z = (sum ^ number) + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        sum = z ^ z >>> 31;
    }
}
