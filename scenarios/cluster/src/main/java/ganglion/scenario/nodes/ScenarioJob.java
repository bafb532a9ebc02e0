package ganglion.scenario.nodes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.runtime.cluster.JobRefusedException;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What nodes are told of a scenario: where it is, what the command line changed in it, and a digest, so that another file of the
 * same name is noticed.
 *
 * @param file the scenario file, relative to a folder that all nodes have, with slashes
 * @param settings values put into it, by pointer
 * @param seed of the run
 * @param allowOutsidePaths whether its relative paths may lead out of its folder
 * @param digest see {@link ScenarioDigest}
 */
record ScenarioJob(String file, Map<String, String> settings, long seed, boolean allowOutsidePaths, String digest) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The job of a scenario in a folder. */
    static ScenarioJob of(Scenario scenario, Path root, String digest) {
        String relative = root.relativize(scenario.file()).toString().replace('\\', '/');
        ScenarioOverrides overrides = scenario.overrides();
        return new ScenarioJob(relative, overrides.settings(), scenario.seed(), overrides.allowOutsidePaths(), digest);
    }

    ScenarioOverrides overrides() {
        return new ScenarioOverrides(settings, OptionalLong.of(seed), List.of(), allowOutsidePaths);
    }

    byte[] toBytes() {
        ObjectNode node = JSON.createObjectNode()
                .put("file", file)
                .put("seed", seed)
                .put("allowOutsidePaths", allowOutsidePaths)
                .put("digest", digest);
        ObjectNode values = node.putObject("settings");
        settings.forEach(values::put);
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text and numbers can always be written", e);
        }
    }

    /** @throws JobRefusedException if the bytes are no such job */
    static ScenarioJob read(byte[] bytes) throws JobRefusedException {
        try {
            JsonNode node = JSON.readTree(bytes);
            Map<String, String> settings = new LinkedHashMap<>();
            node.required("settings")
                    .properties()
                    .forEach(field ->
                            settings.put(field.getKey(), field.getValue().asText()));
            return new ScenarioJob(
                    node.required("file").asText(),
                    settings,
                    node.required("seed").asLong(),
                    node.required("allowOutsidePaths").asBoolean(),
                    node.required("digest").asText());
        } catch (IOException | IllegalArgumentException e) {
            throw new JobRefusedException("was sent something that is no scenario", e);
        }
    }
}
