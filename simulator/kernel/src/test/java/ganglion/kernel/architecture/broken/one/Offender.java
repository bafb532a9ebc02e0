package ganglion.kernel.architecture.broken.one;

import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.kernel.architecture.broken.other.Accomplice;
import java.io.FileReader;
import java.io.IOException;
import java.util.Random;

/** Breaks every rule of the kernel, so that a test can see that each rule notices. Never run. */
public final class Offender {

    public int mutable;

    public ObjectMapper library() {
        return new ObjectMapper();
    }

    public int file(String name) throws IOException {
        try (FileReader reader = new FileReader(name)) {
            return reader.read();
        }
    }

    public int chance() {
        return new Random().nextInt();
    }

    public long wallClock() {
        return System.nanoTime();
    }

    public void thread() {
        new Thread(() -> System.out.println(new Accomplice())).start();
    }
}
