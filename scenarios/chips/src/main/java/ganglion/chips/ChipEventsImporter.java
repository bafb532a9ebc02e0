package ganglion.chips;

import ganglion.cli.verb.Importer;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.output.FilePublisher;
import ganglion.documents.output.OwnFile;
import ganglion.documents.table.ColumnHeader;
import ganglion.documents.table.CsvLines;
import ganglion.documents.table.NumberText;
import ganglion.documents.table.TableException;
import ganglion.kernel.event.SpikeRaster;
import ganglion.report.run.RecordedRun;
import ganglion.scenario.data.RasterFile;
import ganglion.scenario.data.RasterWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ganglion import --raster}: the way back from a chip. */
@Command(
        header = "output events of a chip (a raster)",
        description =
                "With --raster, NET is a list of output events of a chip (time,neuron), and SCENARIO the raster (.csv)"
                        + " to write, with each event in its tick: \"ganglion diff\" compares it with a run.",
        footer = "  ganglion import folder/seen.csv --raster folder/raster.csv --out seen-raster.csv")
public final class ChipEventsImporter implements Importer {

    private static final List<String> HEADER = List.of("time", "neuron");

    @Option(
            names = "--raster",
            paramLabel = "RASTER.csv",
            description = "Takes NET for output events of a program for which ganglion export expected this raster.")
    private Path expected;

    @Override
    public String option() {
        return "--raster";
    }

    @Override
    public String tick() {
        return "1ms";
    }

    @Override
    public List<String> foreign() {
        return List.of("--tick", "--duration");
    }

    @Override
    public void checkReplaceable(Path file) throws OutputException {
        try {
            if (Files.isRegularFile(file) && !RasterFile.isBegun(file)) {
                throw OwnFile.refusal("a raster");
            }
        } catch (IOException e) {
            throw new OutputException(file, e);
        }
    }

    @Override
    public Outcome run(Call call) throws InputException, IOException {
        EventRaster raster = new EventRaster(RecordedRun.raster(expected));
        int neurons = raster.neurons();
        int events = 0;
        try (CsvLines lines = new CsvLines(call.network())) {
            ColumnHeader.read(lines, String.join(",", HEADER), List.of(HEADER));
            for (String line = lines.next(); line != null; line = lines.next()) {
                String[] fields = ColumnHeader.fields(line, HEADER, lines);
                double seconds = NumberText.decimal(fields[0], lines);
                if (seconds < 0) {
                    throw lines.problem("found the time " + fields[0] + ", expected at least 0");
                }
                raster.add(seconds, NumberText.index(fields[1], neurons, "neuron", lines));
                events++;
            }
        } catch (TableException e) {
            throw new InputException(e.in(call.network()));
        }
        RasterFile made = raster.merged();
        FilePublisher.publish(call.scenario(), out -> RasterWriter.write(made, out));
        int spikes =
                made.rasters().values().stream().mapToInt(SpikeRaster::size).sum();
        return new Outcome(
                spikes + " spikes of " + events + " output events",
                spikes < events
                        ? List.of("spikes of neurons that fire more than once in a tick are merged")
                        : List.of(),
                List.of(call.scenario()));
    }
}
