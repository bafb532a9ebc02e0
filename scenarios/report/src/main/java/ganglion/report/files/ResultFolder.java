package ganglion.report.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What directories with a {@code result.json} have in common. */
public final class ResultFolder {

    private ResultFolder() {}

    /** Name, size and SHA-256 of the files of a directory, in the order of their names. */
    public static ArrayNode files(Path directory) throws IOException {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        List<Path> written;
        try (Stream<Path> entries = Files.list(directory)) {
            written = entries.sorted().toList();
        }
        for (Path file : written) {
            list.addObject()
                    .put("name", file.getFileName().toString())
                    .put("bytes", Files.size(file))
                    .put("sha256", Checksum.ofFile(file));
        }
        return list;
    }

    /** Whether a result names a format in its first field, which is how a directory of ours is told from any other. */
    public static boolean isOf(Path result, String format) {
        if (!Files.isRegularFile(result)) {
            return false;
        }
        try (JsonParser parser = new JsonFactory().createParser(result.toFile())) {
            return parser.nextToken() == JsonToken.START_OBJECT
                    && "format".equals(parser.nextFieldName())
                    && format.equals(parser.nextTextValue());
        } catch (IOException e) {
            // Not JSON, or unreadable: not ours.
            return false;
        }
    }
}
