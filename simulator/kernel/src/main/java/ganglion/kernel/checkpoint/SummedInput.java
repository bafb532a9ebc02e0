package ganglion.kernel.checkpoint;

import java.io.DataInput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Reads numbers and keeps their hash. Trusts no length: arrays grow with what is really there, so that a broken length
 * runs into the end of the input, not out of memory.
 */
final class SummedInput {

    /** Room that a stated length gets before as many numbers have been read. */
    private static final int MOST_AT_ONCE = 1 << 16;

    private final DataInput in;
    private final HashMixer mixer = new HashMixer();

    SummedInput(DataInput in) {
        this.in = in;
    }

    /** Reads a number of 64 bits. */
    long readLong() throws IOException {
        long number = in.readLong();
        mixer.add(number);
        return number;
    }

    /** Reads a number of 32 bits, which enters the hash with its sign extended, as it did when it was written. */
    int readInt() throws IOException {
        int number = in.readInt();
        mixer.add(number);
        return number;
    }

    /** Reads a number of elements. */
    int readCount() throws IOException, CheckpointException {
        int count = readInt();
        if (count < 0) {
            throw new CheckpointException("the checkpoint is damaged: it counts " + count + " things");
        }
        return count;
    }

    /**
     * Reads an array after its length. The array starts small and doubles while numbers keep coming, so that a damaged
     * length of billions costs no memory before the end of the input shows it.
     */
    long[] readLongs() throws IOException, CheckpointException {
        int count = readCount();
        long[] numbers = new long[Math.min(count, MOST_AT_ONCE)];
        for (int i = 0; i < count; i++) {
            if (i == numbers.length) {
                numbers = Arrays.copyOf(numbers, (int) Math.min(count, 2L * i));
            }
            numbers[i] = readLong();
        }
        return numbers;
    }

    /** Reads an array of doubles by their bits: NaN payloads and signs of zero survive. */
    double[] readDoubles() throws IOException, CheckpointException {
        long[] bits = readLongs();
        double[] numbers = new double[bits.length];
        for (int i = 0; i < bits.length; i++) {
            numbers[i] = Double.longBitsToDouble(bits[i]);
        }
        return numbers;
    }

    /** Reads the hash that was written and compares it with that of the numbers read. */
    void checkSum() throws IOException, CheckpointException {
        if (in.readLong() != mixer.sum()) {
            throw new CheckpointException("the checkpoint is damaged: its checksum does not match");
        }
    }
}
