package ganglion.cli.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.report.files.Checksum;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** What of a file is the same in every run of a command: all of it, but for times and command lines. */
final class Bits {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BROKEN = "broken";

    /** Keys of JSON documents that hold times, speeds, how a command was started, where it ran, and checksums of files with such keys. */
    private static final List<String> CHANGING =
            List.of("manifest", "wallClock", "execution", "seconds", "samplesPerSecond", "files");

    private Bits() {}

    /** A word that is the same for files that mean the same. */
    static String of(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (name.endsWith(".json")) {
            return json(Files.readAllBytes(file));
        }
        if (name.endsWith(".html")) {
            // It holds the document above with its times; what can be told is whether it is whole.
            return Files.readString(file).endsWith("</html>\n") ? "whole" : BROKEN;
        }
        if (name.endsWith(".xml")) {
            return checksum(Files.readString(file).replaceAll(" time=\"[0-9.]*\"", ""));
        }
        return name.endsWith(".zip") ? archive(file) : Checksum.ofFile(file);
    }

    /** Whether a file is a result that says of itself that it is incomplete. */
    static boolean isIncomplete(Path file) {
        if (!Set.of("result.json", "results.json").contains(file.getFileName().toString())) {
            return false;
        }
        try {
            JsonNode result = JSON.readTree(file.toFile());
            return !result.at("/run/complete").asBoolean(true)
                    || !result.path("complete").asBoolean(true)
                    || !result.path("status").asText("passed").equals("passed");
        } catch (IOException e) {
            return false; // it looks complete, and its bits are not those expected
        }
    }

    private static String archive(Path file) throws IOException {
        StringBuilder entries = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] content = zip.getInputStream(entry).readAllBytes();
                String bits = entry.getName().endsWith(".json") ? json(content) : Arrays.toString(content);
                entries.append(entry.getName()).append(bits).append('\n');
            }
        } catch (ZipException e) {
            return BROKEN;
        }
        return checksum(entries.toString());
    }

    private static String json(byte[] content) {
        try {
            JsonNode document = JSON.readTree(content);
            removeChanging(document);
            return checksum(document.toString());
        } catch (IOException e) {
            return BROKEN;
        }
    }

    private static void removeChanging(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(CHANGING);
        }
        node.forEach(Bits::removeChanging);
    }

    private static String checksum(String text) throws IOException {
        return Checksum.of(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
