package ganglion.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A line of the table of whole commands: what a user waits for, from the first instruction of Java to the last file.
 *
 * @param name on the command line and in the table
 * @param description what it does
 * @param javaOptions options of Java besides those of the launcher
 * @param words the command, from the root of the source tree; {@link #FOLDER} is replaced by a new folder
 */
record CommandBenchmark(String name, String description, String javaOptions, List<String> words) {

    private static final String FOLDER = "FOLDER";
    private static final double NANOSECONDS = 1e-9;
    private static final int POLL_MILLISECONDS = 5;

    /**
     * What was measured.
     *
     * @param seconds wall-clock time of each run
     * @param processorSeconds processor time of each run, without that of the processes that it starts, and without its last
     *     milliseconds; 0 if the system does not tell
     * @param peakMebibytes largest resident memory of any run; 0 if the system does not tell
     */
    record Measured(List<Double> seconds, List<Double> processorSeconds, double peakMebibytes) {}

    /** All lines, in the order of the table. */
    static List<CommandBenchmark> all() {
        String pitch = "scenarios/gallery/pitch-detector/scenario.yaml";
        List<String> brunel = List.of("run", "benchmarks/scenarios/brunel.yaml", "--quiet", "--out", FOLDER);
        return List.of(
                new CommandBenchmark("run-brunel", "whole task: W1 poisson, recorded, six devices", "", brunel),
                new CommandBenchmark("run-brunel-300", "the same in a heap of 300 MB", "-Xmx300m", brunel),
                new CommandBenchmark(
                        "run-pitch",
                        "whole task: pitch detector",
                        "",
                        List.of("run", pitch, "--quiet", "--out", FOLDER)),
                new CommandBenchmark("start-version", "cold start: --version", "", List.of("--version")),
                new CommandBenchmark("start-validate", "cold start: validate", "", List.of("validate", pitch)),
                new CommandBenchmark(
                        "start-run",
                        "cold start: run of one neuron",
                        "",
                        List.of(
                                "run",
                                "scenarios/gallery/coincidence-detection/scenario.yaml",
                                "--quiet",
                                "--out",
                                FOLDER)));
    }

    /**
     * Runs the command several times, after one run that does not count.
     *
     * @param root of the source tree
     */
    Measured measure(Path root, int runs) throws IOException, InterruptedException {
        runOnce(root, new ArrayList<>(), new double[1]);
        List<Double> seconds = new ArrayList<>();
        List<Double> processorSeconds = new ArrayList<>();
        double[] peak = new double[1];
        for (int run = 0; run < runs; run++) {
            seconds.add(runOnce(root, processorSeconds, peak));
        }
        return new Measured(seconds, processorSeconds, peak[0]);
    }

    private double runOnce(Path root, List<Double> processorSeconds, double[] peak)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("ganglion-bench");
        try {
            List<String> command =
                    new ArrayList<>(List.of(root.resolve("ganglion").toString()));
            for (String word : words) {
                command.add(word.equals(FOLDER) ? folder.resolve("out").toString() : word);
            }
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("GANGLION_JAVA_OPTIONS", javaOptions);
            Duration processor = Duration.ZERO;
            long start = System.nanoTime();
            Process process = builder.start();
            while (!process.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                processor = process.info().totalCpuDuration().orElse(processor);
                peak[0] = Math.max(peak[0], PeakMemory.mebibytes(Long.toString(process.pid())));
            }
            double seconds = (System.nanoTime() - start) * NANOSECONDS;
            if (process.exitValue() != 0) {
                throw new IOException(String.join(" ", command) + " ended with " + process.exitValue());
            }
            processorSeconds.add(processor.toNanos() * NANOSECONDS);
            return seconds;
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
