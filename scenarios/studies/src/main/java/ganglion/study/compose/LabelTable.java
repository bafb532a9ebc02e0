package ganglion.study.compose;

import ganglion.documents.table.CsvCell;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Writes the notes of a mixture as a CSV file, and collects families and instruments. */
final class LabelTable implements AutoCloseable {

    private final BufferedWriter out;
    private final TreeSet<String> families = new TreeSet<>();
    private final LinkedHashSet<String> instruments = new LinkedHashSet<>();

    LabelTable(Path file) throws IOException {
        out = Files.newBufferedWriter(file);
        out.write("start_seconds,end_seconds,family,instrument,pitch,velocity,recording,semitones\n");
    }

    void add(NoteMixer.Label label) throws IOException {
        Instrument instrument = label.instrument();
        families.add(instrument.family());
        instruments.add(instrument.name());
        out.write(String.format(
                Locale.ROOT,
                "%.6f,%.6f,%s,%s,%d,%d,%s,%d\n",
                label.startSeconds(),
                label.endSeconds(),
                instrument.family(),
                instrument.name(),
                label.pitch(),
                label.velocity(),
                CsvCell.of(label.recording().file().getFileName().toString()),
                label.pitch() - label.recording().pitch()));
    }

    Set<String> families() {
        return families;
    }

    Set<String> instruments() {
        return instruments;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
