package ganglion.cli.print;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.cli.terminal.Console;
import ganglion.scenario.suite.CaseResult;
import ganglion.scenario.suite.RunResult;
import ganglion.scenario.suite.Status;
import ganglion.scenario.suite.SuiteResult;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuiteSummaryTest {

    private static RunResult run(String label, Status status, Map<String, Double> figures) {
        String[] setting = label.split(" ");
        return new RunResult(
                label, Map.of("/" + setting[0], setting[1]), 1, status, List.of(), List.of(), "", figures, 0.5);
    }

    private static RunResult deciding(String label, int right, int wrong) {
        return run(
                label,
                Status.PASSED,
                Map.of(RunResult.RIGHT_DECISIONS, (double) right, RunResult.WRONG_DECISIONS, (double) wrong));
    }

    private static List<String> printed(RunResult... runs) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(out, OutputStream.nullOutputStream(), false, false);
        CaseResult result = new CaseResult("notes.yaml", "notes", List.of(), List.of(runs), List.of());
        new SuiteSummary(new SuiteResult(List.of(result), 1), new Marks(false))
                .print(console, Path.of("sweep.html"), false);
        console.out().flush();
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.strip().replaceAll(" {2,}", "|"))
                .toList();
    }

    @Test
    void aSweepSaysWhatEachRunDecides() {
        List<String> lines = printed(deciding("beta 0.1", 3, 1), deciding("beta 0.2", 2, 2));

        assertEquals(
                List.of(
                        "scenario|runs|right decisions|expectations|time of runs",
                        "\u2713|notes|2|5 of 8|-|1 s",
                        "",
                        "point|right decisions|expectations",
                        "\u2713|beta 0.1|3 of 4|-",
                        "\u2713|beta 0.2|2 of 4|-"),
                lines.subList(0, 6));
    }

    @Test
    void manyRunsAreCounted() {
        RunResult[] runs = new RunResult[23];
        for (int i = 0; i < runs.length; i++) {
            runs[i] = deciding("beta " + i, 1, 0);
        }

        List<String> lines = printed(runs);

        assertEquals("more points or devices: sweep.html", lines.get(24));
    }
}
