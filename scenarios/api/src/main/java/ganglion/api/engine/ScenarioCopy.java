package ganglion.api.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.documents.output.FileSet;
import ganglion.documents.output.YamlText;
import ganglion.documents.place.DocumentPath;
import ganglion.scenario.format.WholeScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a scenario as a file. Arrays of a network that was built in code go beside it, under names that begin with that of the file. Other files
 * stay where they are; those that do not lie in the folder of the copy are named by their absolute paths.
 */
public final class ScenarioCopy {

    private final ScenarioHandle scenario;
    private final Path target;
    private final Map<Path, Path> copies = new LinkedHashMap<>();

    private ScenarioCopy(ScenarioHandle scenario, Path target) {
        this.scenario = scenario;
        this.target = target.toAbsolutePath().normalize();
    }

    /**
     * Writes it.
     *
     * @param target JSON if its name ends in .json, else YAML; files of the same names are replaced
     * @throws InputException if the scenario cannot be read any more
     * @throws IOException if a file cannot be written
     */
    public static void write(ScenarioHandle scenario, Path target) throws InputException, IOException {
        new ScenarioCopy(scenario, target).write();
    }

    private void write() throws InputException, IOException {
        WholeScenario whole = scenario.whole();
        List.copyOf(whole.files().entrySet()).forEach(file -> whole.rename(file.getKey(), name(file.getValue())));
        putDevices(whole.tree());
        String text = isJson() ? whole.tree().toPrettyString() : YamlText.of(whole.tree());
        Files.createDirectories(target.getParent());
        try (FileSet files = new FileSet()) {
            for (Map.Entry<Path, Path> copy : copies.entrySet()) {
                files.fill(copy.getValue(), place -> Files.copy(copy.getKey(), place));
            }
            files.fill(target, place -> Files.writeString(place, text));
            files.publish();
        }
    }

    private boolean isJson() {
        return target.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    }

    /** By what name the copy finds a file. */
    private String name(DocumentPath file) {
        Path folder = target.getParent();
        Path resolved = file.resolved();
        if (scenario.arrays().filter(own -> resolved.startsWith(own.path())).isPresent()) {
            String stem = target.getFileName().toString().replaceFirst("\\.[^.]*$", "");
            Path copy = folder.resolve(stem + "." + resolved.getFileName());
            copies.put(resolved, copy);
            return copy.getFileName().toString();
        }
        Path named = resolved.startsWith(folder) ? folder.relativize(resolved) : resolved;
        return named.toString().replace('\\', '/');
    }

    /** The devices that are asked for in place of those of the document, which expectations may still be about. */
    private void putDevices(ObjectNode tree) {
        List<String> asked = scenario.scenario().overrides().profiles();
        if (asked.isEmpty()) {
            return;
        }
        ArrayNode devices = tree.arrayNode();
        asked.forEach(devices::add);
        for (JsonNode device : tree.path("hardware")) {
            JsonNode name = device.isObject() ? device.path("profile") : device;
            if (!asked.contains(name.asText())) {
                devices.add(device);
            }
        }
        tree.set("hardware", devices);
    }
}
