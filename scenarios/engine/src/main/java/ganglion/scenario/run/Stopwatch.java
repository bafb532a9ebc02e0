package ganglion.scenario.run;

/** Measures the wall-clock time of successive phases. */
final class Stopwatch {

    private static final double NANOSECONDS = 1e-9;

    private long startNanos = System.nanoTime();

    /** Seconds since the last call, or since the start. */
    double lap() {
        long now = System.nanoTime();
        double seconds = (now - startNanos) * NANOSECONDS;
        startNanos = now;
        return seconds;
    }
}
