package ganglion.report.files;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import ganglion.documents.output.Checksum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lists the files of directories with a {@code result.json}. */
public final class ResultFolder {

    private ResultFolder() {}

    /** Name, size and SHA-256 of the files of a directory, in the order of their names. */
    public static ArrayNode files(Path directory) throws IOException {
        return files(directory, Map.of());
    }

    /**
     * The same.
     *
     * @param known checksums that are known already, by the name of the file
     */
    public static ArrayNode files(Path directory, Map<String, String> known) throws IOException {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        List<Path> written;
        try (Stream<Path> entries = Files.list(directory)) {
            written = entries.sorted().toList();
        }
        for (Path file : written) {
            String name = file.getFileName().toString();
            list.addObject()
                    .put("name", name)
                    .put("bytes", Files.size(file))
                    .put("sha256", known.containsKey(name) ? known.get(name) : Checksum.ofFile(file));
        }
        return list;
    }
}
