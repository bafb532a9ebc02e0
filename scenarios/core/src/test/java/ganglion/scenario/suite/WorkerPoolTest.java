package ganglion.scenario.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.scenario.model.RunPoint;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Workers that do well, and that come to every bad end there is. */
@Tag("slow")
class WorkerPoolTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    /** A worker whose cases say by their names what becomes of it. */
    public static final class Worker {

        private Worker() {}

        public static void main(String[] arguments) throws Exception {
            PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.contains("\"killed\"")) {
                    Runtime.getRuntime().halt(128 + 9);
                } else if (line.contains("\"gone\"")) {
                    Runtime.getRuntime().halt(7);
                } else if (line.contains("\"full\"")) {
                    out.println("Terminating due to java.lang.OutOfMemoryError: Java heap space");
                    Runtime.getRuntime().halt(3);
                } else if (line.contains("\"hangs\"")) {
                    new CountDownLatch(1).await();
                } else if (line.contains("\"babbles\"")) {
                    out.println("this is no result");
                    continue;
                }
                out.println(ResultJson.of(SuiteFixture.result(
                        name(line), SuiteFixture.run("", Status.PASSED, List.of(SuiteFixture.outcome(true))))));
            }
        }

        private static String name(String line) throws IOException {
            return new com.fasterxml.jackson.databind.ObjectMapper()
                    .readTree(line)
                    .get("name")
                    .asText();
        }
    }

    private static List<String> command(Class<?> main) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return List.of(java, "-XX:+UseSerialGC", "-Xshare:auto", "-cp", classes, main.getName());
    }

    private static List<SuiteCase> cases(String... names) {
        return Stream.of(names)
                .map(name -> new SuiteCase(Path.of(name + ".yaml"), name, List.of()))
                .toList();
    }

    private static List<CaseResult> run(int workers, Duration limit, String... names) {
        return new WorkerPool(command(Worker.class), workers, limit, result -> {}).run(cases(names));
    }

    @Test
    void givesResultsInTheOrderOfTheCasesAndTellsEach() {
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        String[] names = {"a", "b", "c", "d", "e"};

        List<CaseResult> results =
                new WorkerPool(command(Worker.class), 2, LONG, result -> told.add(result.name())).run(cases(names));

        assertEquals(List.of(names), results.stream().map(CaseResult::name).toList());
        assertTrue(results.stream().allMatch(result -> result.status() == Status.PASSED));
        assertEquals(List.of(names), told.stream().sorted().toList());
    }

    @Test
    void goesOnAfterAWorkerThatWasKilled() {
        List<CaseResult> results = run(1, LONG, "a", "killed", "b", "gone", "c");

        assertEquals(
                List.of(Status.PASSED, Status.ABORTED, Status.PASSED, Status.ABORTED, Status.PASSED),
                results.stream().map(CaseResult::status).toList());
        assertEquals(
                List.of("killed.yaml: the process that ran it was killed (signal 9)"),
                results.get(1).runs().get(0).messages());
        assertEquals(
                List.of("gone.yaml: the process that ran it ended with code 7"),
                results.get(3).runs().get(0).messages());
    }

    @Test
    void allRunsOfASweepAreLostWithItsWorker() {
        List<RunPoint> points = List.of(
                new RunPoint(0, Map.of("/w", "1"), OptionalLong.empty()),
                new RunPoint(1, Map.of("/w", "2"), OptionalLong.empty()));
        SuiteCase sweep = new SuiteCase(Path.of("killed.yaml"), "killed", List.of(), points);

        CaseResult result = new WorkerPool(command(Worker.class), 1, LONG, told -> {})
                .run(List.of(sweep))
                .get(0);

        assertEquals(2, result.lost());
        assertEquals(
                List.of("w 1", "w 2"),
                result.runs().stream().map(RunResult::label).toList());
        assertEquals(Map.of("/w", "2"), result.runs().get(1).settings());
    }

    @Test
    void saysThatAWorkerRanOutOfMemory() {
        List<CaseResult> results = run(1, LONG, "full", "a");

        assertEquals(
                List.of(Status.ABORTED, Status.PASSED),
                results.stream().map(CaseResult::status).toList());
        assertEquals(
                List.of("full.yaml: ran out of memory; --memory gives more, and fewer --threads share it"),
                results.get(0).runs().get(0).messages());
    }

    @Test
    void endsACaseThatTakesTooLong() {
        CaseResult result = run(1, Duration.ofSeconds(1), "hangs").get(0);

        assertEquals(Status.ABORTED, result.status());
        assertEquals(
                List.of("hangs.yaml: took longer than 1 s and was ended"),
                result.runs().get(0).messages());
    }

    @Test
    void takesAWorkerThatBabblesForDead() {
        List<CaseResult> results = run(1, LONG, "babbles", "a");

        assertEquals(Status.ABORTED, results.get(0).status());
        assertEquals(Status.PASSED, results.get(1).status());
    }

    @Test
    void saysThatNoProcessCanBeStarted() {
        List<CaseResult> results =
                new WorkerPool(List.of("/nonexistent/java"), 1, LONG, result -> {}).run(cases("a", "b"));

        assertEquals(2, results.size());
        String message = results.get(1).runs().get(0).messages().get(0);
        assertTrue(message.startsWith("b.yaml: no process could be started to run it: "), message);
        assertFalse(message.contains("Cannot run program"), "words of Java: " + message);
    }
}
