package ganglion.kernel.checkpoint;

import java.io.DataOutput;
import java.io.IOException;

/** Writes numbers and keeps their hash, which follows them in the file. Not thread-safe. */
final class SummedOutput {

    private final DataOutput out;
    private final HashMixer mixer = new HashMixer();

    SummedOutput(DataOutput out) {
        this.out = out;
    }

    /** Writes a number of 64 bits. */
    void writeLong(long number) throws IOException {
        mixer.add(number);
        out.writeLong(number);
    }

    /** Writes a number of 32 bits, which enters the hash with its sign extended. */
    void writeInt(int number) throws IOException {
        mixer.add(number);
        out.writeInt(number);
    }

    /** Writes the length of an array and its numbers. */
    void writeLongs(long[] numbers) throws IOException {
        writeInt(numbers.length);
        for (long number : numbers) {
            writeLong(number);
        }
    }

    /** Writes the length of an array and the bits of its numbers. */
    void writeDoubles(double[] numbers) throws IOException {
        writeInt(numbers.length);
        for (double number : numbers) {
            writeLong(Double.doubleToRawLongBits(number));
        }
    }

    /** Writes the hash of all numbers before it. */
    void writeSum() throws IOException {
        out.writeLong(mixer.sum());
    }
}
