package ganglion.report.run;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.InputException;
import ganglion.documents.output.Checksum;
import ganglion.documents.table.TableException;
import ganglion.kernel.time.Clock;
import ganglion.report.files.JsonDocument;
import ganglion.scenario.data.RasterFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A run, read from its directory.
 *
 * @param directory the run directory, as the user named it
 * @param result the content of result.json
 * @param raster the content of spikes.csv
 */
public record RecordedRun(Path directory, JsonNode result, RasterFile raster) {

    private static final long MOST_BYTES = 1L << 28;

    /** Name of the first run of a sweep in its folder. */
    private static final String FIRST_OF_SEVERAL = "0001";

    /** @throws InputException if the directory is not a run directory, is of another version, or is damaged */
    public static RecordedRun read(Path directory) throws InputException {
        if (!RunDirectory.isRunDirectory(directory)) {
            throw JsonDocument.refusal(directory, noRunDirectory(directory));
        }
        Path file = directory.resolve(RunFiles.RESULT);
        JsonNode result = JsonDocument.read(file, MOST_BYTES);
        checkVersion(result.path("formatVersion"), file);
        return new RecordedRun(directory, result, raster(directory.resolve(RunFiles.SPIKES)));
    }

    private static String noRunDirectory(Path directory) {
        String expected = "expected one that ganglion run has written";
        if (!Files.exists(directory)) {
            return "is not there, " + expected;
        }
        Path first = directory.resolve(FIRST_OF_SEVERAL);
        return RunDirectory.isRunDirectory(first)
                ? "holds several run directories, expected one of them, such as " + first
                : "is no run directory, " + expected;
    }

    /** Earlier runs do not say all, later ones may say it otherwise. */
    private static void checkVersion(JsonNode version, Path file) throws InputException {
        if (!version.isInt() || version.intValue() != ResultDocument.FORMAT_VERSION) {
            throw JsonDocument.refusal(
                    file,
                    "found formatVersion " + version + ", expected " + ResultDocument.FORMAT_VERSION
                            + ": run the scenario again");
        }
    }

    /** @throws InputException if a file is no raster */
    public static RasterFile raster(Path file) throws InputException {
        try {
            return RasterFile.read(file);
        } catch (TableException e) {
            throw new InputException(e.in(file));
        }
    }

    /**
     * Checks the tick of the run, which its scenario says, too.
     *
     * @throws InputException if it is another
     */
    public void checkClock(Clock clock) throws InputException {
        JsonNode tick = result.at("/run/tickSeconds");
        double expected = clock.tickSeconds();
        if (!tick.isNumber() || tick.doubleValue() != expected) {
            throw JsonDocument.refusal(
                    directory.resolve(RunFiles.RESULT),
                    "/run/tickSeconds: found " + (tick.isNumber() ? tick : "no number") + ", expected " + expected
                            + " as in the scenario");
        }
    }

    /**
     * How long the run lasted, which both of its files say.
     *
     * @throws InputException if they differ, or it lasted no tick
     */
    public long ticks() throws InputException {
        JsonNode ticks = result.at("/run/ticks");
        long expected = raster.ticks();
        if (!ticks.isIntegralNumber() || ticks.asLong() != expected || expected < 1) {
            throw JsonDocument.refusal(
                    directory.resolve(RunFiles.RESULT),
                    "/run/ticks: found " + (ticks.isNumber() ? ticks : "no number") + ", expected at least 1 and the "
                            + expected + " of spikes.csv");
        }
        return expected;
    }

    /**
     * Checks that the spikes are those that the run wrote.
     *
     * @throws InputException if they are not
     */
    public void checkSpikes() throws InputException {
        Path file = directory.resolve(RunFiles.SPIKES);
        try {
            if (!Checksum.ofFile(file).equals(result.at("/raster/sha256").asText())) {
                throw JsonDocument.refusal(
                        file, "holds other spikes than the run wrote, expected those with the SHA-256 in result.json");
            }
        } catch (IOException e) {
            throw JsonDocument.refusal(file, "cannot be read");
        }
    }
}
