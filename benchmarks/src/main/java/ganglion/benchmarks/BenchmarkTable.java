package ganglion.benchmarks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Runs benchmarks, each in a Java process of its own, and prints one table.
 *
 * <pre>
 *   BenchmarkTable [--runs N] [--reference SNNREF] [--json] [NAME...]
 * </pre>
 */
public final class BenchmarkTable {

    private static final double MILLION = 1e6;

    private int runs = 5;
    private Path reference;
    private boolean json;
    private final List<Benchmark> benchmarks = new ArrayList<>();

    private BenchmarkTable(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--runs" -> runs = Integer.parseInt(arguments[++i]);
                case "--reference" -> reference = Path.of(arguments[++i]);
                case "--json" -> json = true;
                default -> benchmarks.add(Benchmark.named(arguments[i]));
            }
        }
        if (benchmarks.isEmpty()) {
            benchmarks.addAll(Benchmark.all());
        }
    }

    /** Prints the table; see the class. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new BenchmarkTable(arguments).print();
    }

    private void print() throws IOException, InterruptedException {
        CReference c = reference == null ? null : new CReference(reference, runs);
        List<Map<String, Object>> lines = new ArrayList<>();
        if (!json) {
            System.out.println(
                    "| benchmark | threads | synapses M | spikes | events M | build s | run s | **M events/s**"
                            + " | C reference M/s | us a model s | bytes a synapse | peak MiB | spikes as expected |");
            System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        }
        for (Benchmark benchmark : benchmarks) {
            Measurement found = measure(benchmark);
            double referenceSpeed = c == null || benchmark.referenceArguments().isEmpty()
                    ? Double.NaN
                    : c.eventsPerSecond(benchmark.referenceArguments());
            if (json) {
                lines.add(asMap(benchmark, found, referenceSpeed));
            } else {
                System.out.println(line(benchmark, found, referenceSpeed));
            }
        }
        if (json) {
            System.out.println(JsonMapper.builder()
                    .build()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(lines));
        }
    }

    private Measurement measure(Benchmark benchmark) throws IOException, InterruptedException {
        String heap = benchmark.heapMebibytes() + "m";
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms" + heap,
                        "-Xmx" + heap,
                        "-XX:+UseParallelGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MeasuringProcess.class.getName(),
                        benchmark.name(),
                        Integer.toString(runs))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("benchmark " + benchmark.name() + " ended with " + process.exitValue());
        }
        return JsonMapper.builder().build().readValue(output, Measurement.class);
    }

    private static String line(Benchmark benchmark, Measurement found, double reference) {
        return String.format(
                Locale.ROOT,
                "| %s: %s | %d | %.2f | %d | %.1f | %.2f | %.3f | **%.1f** | %s | %.1f | %s | %.0f | %s |",
                benchmark.name(),
                benchmark.description(),
                benchmark.threads(),
                found.synapses() / MILLION,
                found.spikes(),
                found.synapticEvents() / MILLION,
                found.buildSeconds(),
                found.medianRunSeconds(),
                found.eventsPerSecond() / MILLION,
                Double.isNaN(reference) ? "" : String.format(Locale.ROOT, "%.0f", reference / MILLION),
                found.medianRunSeconds() / found.modelSeconds() * MILLION,
                found.synapses() < MILLION ? "" : String.format(Locale.ROOT, "%.1f", found.bytesPerSynapse()),
                found.peakMebibytes(),
                found.verdict());
    }

    private static Map<String, Object> asMap(Benchmark benchmark, Measurement found, double reference) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("benchmark", benchmark.name());
        map.put("description", benchmark.description());
        map.put("threads", benchmark.threads());
        map.put("measurement", found);
        map.put("eventsPerSecond", found.eventsPerSecond());
        map.put("referenceEventsPerSecond", Double.isNaN(reference) ? null : reference);
        return map;
    }
}
