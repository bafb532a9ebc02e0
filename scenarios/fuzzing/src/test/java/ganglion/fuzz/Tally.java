package ganglion.fuzz;

import ganglion.fuzz.Verdict.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Map;

/** How the inputs of one kind came out. */
final class Tally {

    private static final int OFTEN = 1000;

    private final String kind;
    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    private long inputs;
    private long slowestNanoseconds;

    Tally(String kind) {
        this.kind = kind;
    }

    /**
     * Adds an input.
     *
     * @param worst outcome of all readings of it
     * @param nanoseconds of the slowest one
     */
    void add(Outcome worst, long nanoseconds) {
        inputs++;
        counts.merge(worst, 1L, Long::sum);
        slowestNanoseconds = Math.max(slowestNanoseconds, nanoseconds);
        if (Campaign.RUNS && inputs % OFTEN == 0) {
            write(); // also for a process that ends too early
        }
    }

    boolean anyAccepted() {
        return counts.containsKey(Outcome.ACCEPTED);
    }

    /** Writes the row of this kind. */
    void write() {
        String row = "| %s | %d | %d | %d | %d | %d | %d ms | %d MiB |%n"
                .formatted(
                        kind,
                        inputs,
                        counts.getOrDefault(Outcome.ACCEPTED, 0L),
                        counts.getOrDefault(Outcome.REFUSED, 0L),
                        counts.getOrDefault(Outcome.FAULT, 0L),
                        counts.getOrDefault(Outcome.HANG, 0L),
                        slowestNanoseconds / 1_000_000,
                        Runtime.getRuntime().maxMemory() >> 20);
        try {
            Files.writeString(Files.createDirectories(Campaign.TALLIES).resolve(kind + ".md"), row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
