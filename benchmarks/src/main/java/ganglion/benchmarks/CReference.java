package ganglion.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The clock-driven C program {@code snnref} of the shared {@code limits/}, compiled by the caller, run beside the engine. */
final class CReference {

    private final Path program;
    private final int runs;
    private final Map<List<String>, Double> eventsPerSecond = new HashMap<>();

    CReference(Path program, int runs) {
        this.program = program;
        this.runs = runs;
    }

    /** Median over the runs of synaptic events a second, measured once for the same arguments. */
    double eventsPerSecond(List<String> arguments) throws IOException, InterruptedException {
        Double known = eventsPerSecond.get(arguments);
        if (known == null) {
            List<Double> found = new ArrayList<>();
            for (int run = 0; run < runs; run++) {
                found.add(runOnce(arguments));
            }
            known = MeasuredRuns.median(found);
            eventsPerSecond.put(arguments, known);
        }
        return known;
    }

    private double runOnce(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("NOLIMIT", "1");
        Process process = builder.start();
        JsonNode figures = JsonMapper.builder().build().readTree(process.getInputStream());
        if (process.waitFor() != 0) {
            throw new IOException(command + " ended with " + process.exitValue());
        }
        return figures.path("ev_per_s").asDouble();
    }
}
