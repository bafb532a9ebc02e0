package ganglion.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The largest resident memory of a process so far, as Linux tells it. */
public final class PeakMemory {

    private static final double KIBIBYTES_PER_MEBIBYTE = 1024;

    private PeakMemory() {}

    /** @param process its number, or {@code self}; 0 if the system does not tell, or the process has ended */
    public static double mebibytes(String process) {
        try {
            return Files.readAllLines(Path.of("/proc", process, "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIBIBYTES_PER_MEBIBYTE)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
