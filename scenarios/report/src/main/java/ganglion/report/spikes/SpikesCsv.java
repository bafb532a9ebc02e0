package ganglion.report.spikes;

import ganglion.scenario.data.RasterWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** Spikes as a raster file, which scenarios can use as a golden raster. */
public final class SpikesCsv {

    private SpikesCsv() {}

    /** Writes all spikes; the stream is flushed and stays open. */
    public static void write(RecordedSpikes spikes, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        RasterWriter.write(spikes.rasterFile(), writer);
        writer.flush();
        if (spikes.body().isPresent()) {
            Files.copy(spikes.body().get(), out);
            out.flush();
        }
    }
}
