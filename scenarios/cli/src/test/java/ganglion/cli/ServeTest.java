package ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that serves commands. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ServeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private Process process;
    private Writer requests;
    private BufferedReader answers;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder(GanglionProcess.command("serve"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        requests = process.outputWriter(StandardCharsets.UTF_8);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertEquals(1, JSON.readTree(answers.readLine()).get("protocol").asInt());
    }

    @AfterEach
    void kill() {
        process.destroyForcibly();
    }

    private void ask(int id, Object... words) throws IOException {
        var request = JSON.createObjectNode().put("id", id);
        var list = request.putArray("words");
        for (Object word : words) {
            list.add(word.toString());
        }
        requests.write(request + "\n");
        requests.flush();
    }

    private JsonNode answer() throws IOException {
        JsonNode line = JSON.readTree(answers.readLine());
        while (!line.has("code")) {
            line = JSON.readTree(answers.readLine());
        }
        return line;
    }

    @Test
    void runsTwiceInOneProcessWithProgressAndEndsWithItsInput() throws Exception {
        Path scenario = new ScenarioOnDisk(folder.resolve("two")).file();

        ask(1, "run", scenario, "--out", folder.resolve("first"), "--json");
        JsonNode progress = JSON.readTree(answers.readLine());
        JsonNode first = answer();
        ask(2, "run", scenario, "--out", folder.resolve("second"), "--json");
        JsonNode second = answer();
        requests.close();

        assertEquals("two-taps", progress.get("task").asText(), progress::toString);
        assertEquals(0, first.get("code").asInt(), first::toString);
        assertEquals(2, second.get("id").asInt());
        assertEquals(
                JSON.readTree(first.get("out").asText()).get("raster"),
                JSON.readTree(second.get("out").asText()).get("raster"));
        assertTrue(Files.exists(folder.resolve("second/report.html")));
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue());
    }

    @Test
    void aCommandThatWouldNotEndIsRefused() throws Exception {
        ask(1, "@" + Files.writeString(folder.resolve("words"), "node\n"));

        assertRefused("there is no command @");
    }

    private void assertRefused(String said) throws IOException {
        JsonNode answer = answer();
        assertEquals(2, answer.get("code").asInt(), answer::toString);
        assertTrue(answer.get("err").asText().contains(said), answer::toString);
    }

    @Test
    void aSignalEndsItAlsoAfterARunThatListensToSignals() throws Exception {
        ask(1, "run", new ScenarioOnDisk(folder.resolve("two")).file(), "--out", folder.resolve("out"));
        assertEquals(0, answer().get("code").asInt());

        process.toHandle().destroy(); // unlike the process itself, leaves its standard input open

        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the process does not end");
        assertEquals(143, process.exitValue());
    }
}
