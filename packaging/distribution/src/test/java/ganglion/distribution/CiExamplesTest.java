package ganglion.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import ganglion.distribution.Unpacked.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the examples for CI that come after the download, on the archive of this build. */
final class CiExamplesTest {

    private static final Path EXAMPLES = Path.of("..", "..", "docs", "examples", "ci");
    private static final Path SCENARIO = Path.of("..", "..", "scenarios", "gallery", "coincidence-detection");

    @TempDir
    private Path folder;

    @BeforeEach
    void downloadAndWriteAScenario() throws IOException {
        Files.copy(Unpacked.file("-linux-x64.tar.gz"), folder.resolve("ganglion.tar.gz"));
        Files.createDirectory(folder.resolve("scenarios"));
        for (String name : List.of("scenario.yaml", "first.csv", "second.csv")) {
            Files.copy(SCENARIO.resolve(name), folder.resolve("scenarios").resolve(name));
        }
    }

    @Test
    void githubActions() throws Exception {
        JsonNode steps = read("github-actions.yml").at("/jobs/test/steps");

        assertTestsPass(StreamSupport.stream(steps.spliterator(), false)
                .filter(step -> step.has("run") && !step.has("if"))
                .map(step -> step.get("run").asText())
                .toList());
    }

    @Test
    void gitlab() throws Exception {
        JsonNode job = read("gitlab-ci.yml").get("scenarios");
        List<String> commands = StreamSupport.stream(job.get("before_script").spliterator(), false)
                .map(JsonNode::asText)
                .filter(command -> !command.startsWith("apt-get") && !command.startsWith("test -f"))
                .collect(Collectors.toList());
        job.get("script").forEach(command -> commands.add(command.asText()));

        assertTestsPass(commands.stream()
                .map(command ->
                        command.replace("/opt/ganglion", folder.resolve("opt").toString()))
                .toList());
    }

    private static JsonNode read(String name) throws IOException {
        return new YAMLMapper().readTree(EXAMPLES.resolve(name).toFile());
    }

    private void assertTestsPass(List<String> commands) throws Exception {
        assertTrue(commands.size() >= 2, commands::toString);
        String right = Files.readString(Path.of(Unpacked.file("-linux-x64.tar.gz") + ".sha256"))
                .split(" ")[0];

        Ended wrongChecksum = shell(commands, "0".repeat(64));
        Ended tests = shell(commands, right);

        assertNotEquals(0, wrongChecksum.code());
        assertTrue(wrongChecksum.err().contains("did NOT match"), wrongChecksum::toString);
        assertEquals(0, tests.code(), tests::toString);
        assertTrue(Files.readString(folder.resolve("scenarios.junit.xml")).contains("<testcase"));
        assertTrue(Files.isDirectory(folder.resolve("scenario-runs")));
    }

    private Ended shell(List<String> commands, String checksum) throws IOException, InterruptedException {
        Map<String, String> environment = Map.of(
                "PATH", "/usr/bin:/bin", "RUNNER_TEMP", folder.resolve("temp").toString(), "GANGLION_SHA256", checksum);
        return Unpacked.run(environment, folder, "sh", "-e", "-c", String.join("\n", commands));
    }
}
