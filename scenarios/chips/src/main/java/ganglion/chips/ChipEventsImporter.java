package ganglion.chips;

import ganglion.cli.verb.Importer;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.output.FilePublisher;
import ganglion.documents.output.OwnFile;
import ganglion.documents.quantity.QuantityFormat;
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
import java.util.ArrayList;
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

    private static final int TIME_DIGITS = 6;

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
            if (!file.toString().endsWith(".csv")) {
                throw new IOException("is to hold a raster, expected a name that ends in .csv");
            }
            if (Files.isRegularFile(file) && !RasterFile.isBegun(file)) {
                throw OwnFile.refusal("a raster");
            }
            if (Files.exists(file) && Files.exists(expected) && Files.isSameFile(file, expected)) {
                throw new IOException("is the raster that --raster reads, expected another --out");
            }
        } catch (IOException e) {
            throw new OutputException(file, e);
        }
    }

    @Override
    public Outcome run(Call call) throws InputException, IOException {
        RasterFile frame = RecordedRun.raster(expected);
        EventRaster raster = new EventRaster(frame);
        int neurons = raster.neurons();
        int events = 0;
        int late = 0;
        String firstLate = "";
        try (CsvLines lines = new CsvLines(call.network())) {
            ColumnHeader.read(lines, String.join(",", HEADER), List.of(HEADER));
            for (String line = lines.next(); line != null; line = lines.next()) {
                String[] fields = ColumnHeader.fields(line, HEADER, lines);
                double seconds = NumberText.decimal(fields[0], lines);
                if (seconds < 0) {
                    throw lines.problem("found the time " + fields[0] + ", expected at least 0");
                }
                events++;
                if (!raster.add(seconds, NumberText.index(fields[1], neurons, "neuron", lines)) && ++late == 1) {
                    firstLate = "line " + lines.number() + ", " + fields[0] + " s";
                }
            }
        } catch (TableException e) {
            throw new InputException(e.in(call.network()));
        }
        RasterFile made = raster.merged();
        FilePublisher.publish(call.scenario(), out -> RasterWriter.write(made, out));
        int spikes =
                made.rasters().values().stream().mapToInt(SpikeRaster::size).sum();
        List<String> notes = new ArrayList<>();
        if (late > 0) {
            notes.add(late + " of the output events are after the end of the run, "
                    + QuantityFormat.format(frame.ticks() * frame.tickSeconds(), "s", TIME_DIGITS)
                    + ", and are left out (the first: " + firstLate + ")");
        }
        if (spikes < events - late) {
            notes.add("spikes of neurons that fire more than once in a tick are merged");
        }
        return new Outcome(spikes + " spikes of " + events + " output events", notes, List.of(call.scenario()));
    }
}
