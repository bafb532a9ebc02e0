package ganglion.study.compose;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The music of a mixture before its level is known: float samples in a file that is deleted on close. */
final class Draft implements AutoCloseable {

    private final Path file;
    private final DataOutputStream out;
    private double energy;
    private long length;

    /** Receives samples. */
    interface Samples {

        void take(long index, double sample) throws IOException;
    }

    Draft(Path file) throws IOException {
        this.file = file;
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    }

    void add(double[] block, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            float sample = (float) block[i];
            energy += (double) sample * sample;
            out.writeFloat(sample);
        }
        length += count;
    }

    /** Sum of the squares of all samples. */
    double energy() {
        return energy;
    }

    long length() {
        return length;
    }

    /** Reads all samples; no more may be added. */
    void read(Samples samples) throws IOException {
        out.close();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (long i = 0; i < length; i++) {
                samples.take(i, in.readFloat());
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            Files.deleteIfExists(file);
        }
    }
}
