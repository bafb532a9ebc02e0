package ganglion.scenario.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.suite.CaseRunner.RunKeeper;
import ganglion.scenario.suite.CaseSettings.Again;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol between a suite and its workers, from both ends. */
class WorkerLoopTest {

    @TempDir
    private Path folder;

    private static List<String> serve(String requests) throws IOException {
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        CaseSettings settings =
                new CaseSettings(ScenarioOverrides.NONE, new RunSettings(Integer.MAX_VALUE, 1), 1, Again.NEVER, false);
        WorkerLoop.serve(
                new BufferedReader(new StringReader(requests)),
                new PrintStream(answers, false, StandardCharsets.UTF_8),
                new CaseRunner(settings, RunKeeper.NONE),
                () -> {});
        return answers.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void answersEachRequestWithOneLineUntilThereAreNoMore() throws IOException {
        SuiteFixture fixture = new SuiteFixture(folder);
        SuiteCase good = fixture.testCase("good", "expect: [{spikes: {population: out}, equals: 3}]\n");
        SuiteCase missing = new SuiteCase(folder.resolve("missing.yaml"), "missing", List.of("slow"));

        List<String> answers = serve(WorkerLoop.request(good) + "\n" + WorkerLoop.request(missing) + "\n");

        List<CaseResult> results = new ArrayList<>();
        for (String answer : answers) {
            results.add(WorkerLoop.result(answer));
        }
        assertEquals(
                List.of("good", "missing"),
                results.stream().map(CaseResult::name).toList());
        assertEquals(
                List.of(Status.PASSED, Status.REFUSED),
                results.stream().map(CaseResult::status).toList());
        assertEquals(good.file().toString(), results.get(0).file());
        assertEquals(List.of("slow"), results.get(1).tags());
    }

    @Test
    void endsWithoutRequests() throws IOException {
        assertEquals(List.of(), serve(""));
    }

    /** A name with a line break must not become two requests. */
    @Test
    void writesAnyCaseInOneLine() throws IOException {
        SuiteCase odd = new SuiteCase(folder.resolve("odd \"ö\".yaml"), "two\nlines \\ \u2028", List.of("a,b", ""));

        String request = WorkerLoop.request(odd);

        assertFalse(request.contains("\n"), request);
        CaseResult result = WorkerLoop.result(serve(request + "\n").get(0));
        assertEquals(odd.name(), result.name());
        assertEquals(odd.file().toString(), result.file());
        assertEquals(odd.tags(), result.tags());
    }

    @Test
    void stopsAtARequestThatIsNone() {
        IOException refusal = assertThrows(IOException.class, () -> serve("run good.yaml\n"));

        assertTrue(refusal.getMessage().contains("run"), refusal.getMessage());
    }

    /** A library that prints to standard output must not make a case pass. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "loaded 3 plug-ins",
                "",
                "3",
                "[]",
                "{}",
                "{\"scenario\": \"a\", \"runs\": []}",
                "{\"scenario\": \"a\", \"runs\": [{}]}",
                "{\"scenario\": \"a\", \"runs\": [{\"status\": \"well\"}]}"
            })
    void takesNothingElseForAResult(String line) {
        assertThrows(IOException.class, () -> WorkerLoop.result(line));
    }
}
