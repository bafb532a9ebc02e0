package ganglion.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Remembers why writing first failed, which {@link java.io.PrintStream} forgets, and writes nothing afterwards. */
final class WatchedStream extends FilterOutputStream {

    private IOException failure;

    WatchedStream(OutputStream target) {
        super(new BufferedOutputStream(target));
    }

    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void write(int octet) {
        attempt(() -> out.write(octet));
    }

    @Override
    public void write(byte[] octets, int offset, int length) {
        attempt(() -> out.write(octets, offset, length));
    }

    @Override
    public void flush() {
        attempt(out::flush);
    }

    @Override
    public void close() {
        attempt(out::close);
    }

    private void attempt(Write write) {
        if (failure != null) {
            return;
        }
        try {
            write.run();
        } catch (IOException e) {
            failure = e;
        }
    }

    private interface Write {
        void run() throws IOException;
    }
}
