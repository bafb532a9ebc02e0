package ganglion.report.spikes;

import ganglion.scenario.data.RasterWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;

/** Spikes as a raster file, which scenarios can use as a golden raster. */
public final class SpikesCsv {

    private SpikesCsv() {}

    /** Writes all spikes; the stream is flushed and stays open. */
    public static void write(RecordedSpikes spikes, OutputStream out) throws IOException {
        RasterWriter.write(spikes.rasterFile(), out);
        if (spikes.body().isPresent()) {
            Files.copy(spikes.body().get(), out);
        }
        out.flush();
    }
}
