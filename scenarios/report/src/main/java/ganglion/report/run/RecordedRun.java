package ganglion.report.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.table.TableException;
import ganglion.scenario.data.RasterFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A run as its directory holds it.
 *
 * @param directory where it is, as the user named it
 * @param result the content of result.json
 * @param raster the content of spikes.csv
 */
public record RecordedRun(Path directory, JsonNode result, RasterFile raster) {

    private static final long MOST_BYTES = 1L << 28;

    /** @throws InputException if the directory is no run directory, or is damaged */
    public static RecordedRun read(Path directory) throws InputException {
        if (!RunDirectory.isRunDirectory(directory)) {
            throw problem(directory, "is no run directory, expected one that ganglion run has written");
        }
        return new RecordedRun(directory, result(directory.resolve("result.json")), raster(directory));
    }

    private static JsonNode result(Path file) throws InputException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw problem(file, "found more than " + MOST_BYTES + " bytes, the most that is read");
            }
            return new ObjectMapper().readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw problem(file, "not valid JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw problem(file, "cannot be read");
        }
    }

    private static RasterFile raster(Path directory) throws InputException {
        Path file = directory.resolve("spikes.csv");
        try {
            return RasterFile.read(file);
        } catch (TableException e) {
            throw problem(file, e.getMessage());
        }
    }

    private static InputException problem(Path place, String message) {
        return new InputException(new Problem(place.toString(), 0, "", message));
    }
}
