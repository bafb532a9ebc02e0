package ganglion.report.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.DocumentReader;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.hardware.library.ProfileReference;
import ganglion.report.files.JsonDocument;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.ScenarioRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The origin of the network of a recorded run.
 *
 * @param scenario the scenario file, by its path from the run directory, with slashes
 * @param profiles devices that the command line asked for in place of the scenario's; files by their path from the run directory
 * @param settings values that the command line or a sweep set in it
 * @param seed seed of the run
 * @param allowOutsidePaths whether its relative paths may lead out of its folder
 * @param network fingerprint of the network that was run
 */
public record RunOrigin(
        String scenario,
        List<String> profiles,
        Map<String, String> settings,
        long seed,
        boolean allowOutsidePaths,
        String network) {

    /** Name of the document in a run directory. */
    public static final String FILE = "origin.json";

    private static final String FORMAT = "ganglion-origin";
    private static final int FORMAT_VERSION = 1;
    private static final long MOST_BYTES = 1L << 20;
    private static final Pattern ABSOLUTE = Pattern.compile("[/\\\\]|[A-Za-z]:[/\\\\]");

    /** The origin of a run that is about to be written to a directory. */
    public static RunOrigin of(ScenarioRun run, Path directory) {
        Scenario scenario = run.scenario();
        return new RunOrigin(
                between(directory, scenario.file()),
                scenario.overrides().profiles().stream()
                        .map(profile -> withPath(profile, file -> between(directory, file.toAbsolutePath())))
                        .toList(),
                scenario.overrides().settings(),
                run.seed(),
                scenario.overrides().allowOutsidePaths(),
                fingerprint(run));
    }

    /** The origin of a run whose scenario, with all that was set in it, lies in the run directory itself under a name. */
    public static RunOrigin within(ScenarioRun run, String scenario) {
        return new RunOrigin(scenario, List.of(), Map.of(), run.seed(), false, fingerprint(run));
    }

    private static String fingerprint(ScenarioRun run) {
        return RecordedNetwork.fingerprint(
                RecordedNetwork.of(run.network(), run.result().spikes()), run.synapseFingerprint());
    }

    /** Relative, so that a folder with both may be moved; absolute if they have no common root. */
    private static String between(Path directory, Path file) {
        Path from = directory.toAbsolutePath().normalize();
        Path path = from.getRoot().equals(file.getRoot()) ? from.relativize(file.normalize()) : file;
        return path.toString().replace('\\', '/');
    }

    /** A device whose profile, if it is a file, is named by another path. */
    private static String withPath(String device, Function<Path, String> path) {
        ProfileReference reference = ProfileReference.parse(device);
        return reference.isFile()
                ? path.apply(Path.of(reference.profile()))
                        + device.substring(reference.profile().length())
                : device;
    }

    /** Writes the file. */
    public void write(Path file) throws IOException {
        ObjectNode document = JsonDocument.start(FORMAT, FORMAT_VERSION);
        document.put("scenario", scenario);
        ArrayNode devices = document.putArray("profiles");
        profiles.forEach(devices::add);
        ObjectNode values = document.putObject("settings");
        settings.forEach(values::put);
        document.put("seed", seed);
        document.put("allowOutsidePaths", allowOutsidePaths);
        document.put("networkFingerprint", network);
        JsonDocument.write(document, file);
    }

    /**
     * Reads it from a run directory.
     *
     * @throws InputException if it is missing or damaged
     */
    public static RunOrigin read(Path directory) throws InputException {
        Path file = directory.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw JsonDocument.refusal(
                    file, "found no such file, which says what ran; expected a run whose spikes were not streamed");
        }
        JsonNode document = JsonDocument.read(file, MOST_BYTES);
        String format = document.path("format").asText();
        if (!FORMAT.equals(format)) {
            throw JsonDocument.refusal(file, "found the format \"" + format + "\", expected " + FORMAT);
        }
        JsonNode version = document.path("formatVersion");
        if (!version.isInt() || version.intValue() != FORMAT_VERSION) {
            throw JsonDocument.refusal(
                    file,
                    "found formatVersion " + version + ", expected " + FORMAT_VERSION + ": run the scenario again");
        }
        require(document, "scenario", RunOrigin::isPath, "the path of a file", file);
        require(document, "profiles", node -> node.isArray() && isOfPaths(node), "a list of names and paths", file);
        require(document, "settings", node -> node.isObject() && isOfTexts(node), "texts by JSON pointer", file);
        require(
                document,
                "seed",
                node -> node.isIntegralNumber() && node.canConvertToLong(),
                "a whole number of 64 bits, without a point",
                file);
        require(document, "allowOutsidePaths", JsonNode::isBoolean, "true or false", file);
        require(document, "networkFingerprint", JsonNode::isTextual, "a text", file);
        List<String> profiles = new ArrayList<>();
        document.path("profiles").forEach(profile -> profiles.add(profile.asText()));
        Map<String, String> settings = new LinkedHashMap<>();
        document.path("settings")
                .properties()
                .forEach(setting ->
                        settings.put(setting.getKey(), setting.getValue().asText()));
        return new RunOrigin(
                document.path("scenario").asText(),
                profiles,
                settings,
                document.path("seed").asLong(),
                document.path("allowOutsidePaths").asBoolean(),
                document.path("networkFingerprint").asText());
    }

    /**
     * Checks that the run directory, which a stranger may have written, names no file outside itself and the working folder,
     * and allows no paths outside. Symbolic links are followed first.
     *
     * @param directory the run directory
     * @param scenarioNamed whether the user has named the scenario
     * @param devicesNamed whether the user has named the devices
     * @throws InputException if it does
     */
    public void checkReach(Path directory, boolean scenarioNamed, boolean devicesNamed) throws InputException {
        Map<Path, String> outside = new LinkedHashMap<>();
        if (!scenarioNamed && leadsOut(directory, found(directory, scenario))) {
            outside.put(found(directory, scenario), "--scenario");
        }
        for (String profile : devicesNamed ? List.<String>of() : profiles) {
            ProfileReference reference = ProfileReference.parse(profile);
            if (reference.isFile() && leadsOut(directory, found(directory, reference.profile()))) {
                outside.put(found(directory, reference.profile()), "--profile");
            }
        }
        if (!outside.isEmpty()) {
            throw unasked(
                    directory,
                    "names "
                            + outside.keySet().stream().map(Path::toString).collect(Collectors.joining(" and "))
                            + (outside.size() == 1 ? ", which is" : ", which are")
                            + " neither in the run directory nor below the working folder",
                    outside.values().stream().distinct().collect(Collectors.joining(" and ")));
        }
        if (allowOutsidePaths) {
            throw unasked(directory, "lets the paths of the scenario lead out of its folder", "");
        }
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            if (!setting.getValue().isBlank()) {
                checkRelative(directory, setting.getKey(), setting.getValue());
            }
        }
    }

    /** A setting is YAML: what it says counts, however it is quoted or escaped, and whatever it is part of. */
    private void checkRelative(Path directory, String pointer, String setting) throws InputException {
        Optional<String> absolute;
        try {
            absolute = texts(new DocumentReader()
                            .read("--set", setting.getBytes(StandardCharsets.UTF_8))
                            .root())
                    .filter(text -> ABSOLUTE.matcher(text).lookingAt())
                    .findFirst();
        } catch (InputException e) {
            throw located(directory, e);
        }
        if (absolute.isPresent()) {
            throw unasked(directory, "sets " + pointer + " to the absolute path " + absolute.get(), "");
        }
    }

    private static Stream<String> texts(JsonNode value) {
        return value.isTextual()
                ? Stream.of(value.textValue().strip())
                : StreamSupport.stream(value.spliterator(), false).flatMap(RunOrigin::texts);
    }

    /**
     * Whether a file is neither in a run directory nor below the working folder, so that it is not read unasked.
     *
     * @throws InputException if that cannot be found out
     */
    public static boolean leadsOut(Path directory, Path file) throws InputException {
        try {
            Path real = file.toAbsolutePath();
            real = Files.exists(real) ? real.toRealPath() : real.normalize();
            return !real.startsWith(directory.toRealPath())
                    && !real.startsWith(Path.of("").toRealPath());
        } catch (IOException e) {
            throw JsonDocument.refusal(directory.resolve(FILE), "names " + file + ", which cannot be looked at");
        }
    }

    private static InputException unasked(Path directory, String what, String option) {
        return JsonDocument.refusal(
                directory.resolve(FILE),
                what + "; expected "
                        + (option.isEmpty()
                                ? ""
                                : option + " with " + (option.contains(" and ") ? "files" : "a file")
                                        + " that you trust, or ")
                        + "--allow-outside-paths if you trust the run");
    }

    private static void require(
            JsonNode document, String key, Predicate<JsonNode> condition, String expected, Path file)
            throws InputException {
        if (!condition.test(document.path(key))) {
            throw JsonDocument.refusal(file, "/" + key + ": found something else, expected " + expected);
        }
    }

    private static boolean isOfPaths(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false).allMatch(RunOrigin::isPath);
    }

    private static boolean isPath(JsonNode node) {
        try {
            return node.isTextual() && !Path.of(node.textValue()).toString().isEmpty();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean isOfTexts(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false).allMatch(JsonNode::isTextual);
    }

    /** What is wrong with a scenario under these settings; the settings are those of the file, not of an option. */
    public InputException located(Path directory, InputException refusal) {
        return new InputException(refusal.problems().stream()
                .map(problem -> problem.file().startsWith("--set")
                        ? new Problem(directory.resolve(FILE).toString(), 0, "/settings", problem.message())
                        : problem)
                .toList());
    }

    /** The path of a file that is named by its path from the run directory: from the working folder if it is below that. */
    public static Path found(Path directory, String path) {
        Path from = directory.toAbsolutePath().normalize();
        Path file = from.resolve(path).normalize();
        Path here = Path.of("").toAbsolutePath();
        return file.startsWith(here) ? here.relativize(file) : file;
    }

    /**
     * The settings of the run.
     *
     * @param directory the run directory
     * @param asked other devices than those of the run; empty for the same
     */
    public ScenarioOverrides overrides(Path directory, List<String> asked) {
        List<String> same = profiles.stream()
                .map(profile -> withPath(
                        profile, file -> found(directory, file.toString()).toString()))
                .toList();
        return new ScenarioOverrides(
                settings, OptionalLong.of(seed), asked.isEmpty() ? same : asked, allowOutsidePaths);
    }
}
