package ganglion.cli.print;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cochlea.CochleaOutput;
import ganglion.documents.output.FilePublisher;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.documents.table.Table;
import ganglion.documents.table.Table.Column;
import ganglion.kernel.event.SpikeRaster;
import ganglion.report.files.JsonDocument;
import ganglion.report.files.OutputFolder;
import ganglion.report.picture.HearingPage;
import ganglion.report.picture.NamedHearing;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What {@code hear} leaves behind: a spike file for each sound, and what is said about them. Keeps no sound. */
public final class HeardFiles {

    private final Path folder;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> pages = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    /** @param folder where the files are */
    public HeardFiles(Path folder) {
        this.folder = folder;
    }

    /** What is printed about one sound. */
    private record Row(
            String sound,
            double durationSeconds,
            double tickSeconds,
            int ticks,
            int bands,
            int spikes,
            String spikeFile) {}

    /** Writes the page and the spikes of sounds that were heard; call it once for each page. */
    public void write(List<NamedHearing> heard) throws IOException {
        Path page = folder.resolve(pages.isEmpty() ? "hearing.html" : "hearing-" + (pages.size() + 1) + ".html");
        HearingPage.write(heard, page);
        pages.add(page.toString());
        for (NamedHearing sound : heard) {
            SpikeFile file = new SpikeFile(freeName(stem(Path.of(sound.name()))), sound.hearing());
            FilePublisher.publish(folder.resolve(file.name()), file::writeTo);
            rows.add(row(sound, folder.resolve(file.name())));
        }
    }

    private static Row row(NamedHearing sound, Path spikeFile) {
        CochleaOutput hearing = sound.hearing();
        return new Row(
                sound.name(),
                hearing.audio().durationSeconds(),
                hearing.hopSeconds(),
                hearing.frames(),
                hearing.bands(),
                hearing.spikes().size(),
                spikeFile.toString());
    }

    /** Two sounds of one name, from two folders, each get a file. */
    private String freeName(String stem) {
        String name = stem;
        for (int number = 2; !taken.add(name); number++) {
            name = stem + "-" + number;
        }
        return name + ".spikes.csv";
    }

    /** The name of a file without its folder and its ending. */
    public static String stem(Path file) {
        return OutputFolder.fileName(file.getFileName()
                .toString()
                .replaceFirst("\\.(?i:wave?|flac|aiff?|aifc|au|snd|og[ga]|mp3)(?= |$)", ""));
    }

    /** Prints everything. */
    public void print(PrintStream out) {
        Table table = new Table(
                Column.text("sound"),
                Column.number("lasts"),
                Column.number("bands"),
                Column.number("spikes"),
                Column.text("spike file"));
        for (Row row : rows) {
            table.row(
                    row.sound,
                    QuantityFormat.format(row.durationSeconds, Dimension.TIME),
                    Integer.toString(row.bands),
                    Integer.toString(row.spikes),
                    row.spikeFile);
        }
        table.print(out, "");
        out.println();
        pages.forEach(page -> out.println("page: " + page));
    }

    /** The same as JSON. */
    public ObjectNode document() {
        return JsonDocument.bound(new Document(pages, rows));
    }

    private record Document(List<String> pages, List<Row> sounds) {}

    /**
     * The spikes of one sound as a scenario reads them: the header {@code time,neuron}, then a row a spike.
     *
     * @param name file name
     * @param hearing the sound as heard
     */
    public record SpikeFile(String name, CochleaOutput hearing) {

        /** One spike, with the line break. */
        public static String row(BigDecimal hop, long tick, int neuron) {
            return hop.multiply(BigDecimal.valueOf(tick)).toPlainString() + "," + neuron + "\n";
        }

        void writeTo(OutputStream out) throws IOException {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write("time,neuron\n");
            SpikeRaster spikes = hearing.spikes();
            // The shortest decimal that means the hop: no time is off by the rounding of a product of doubles.
            BigDecimal hop = BigDecimal.valueOf(hearing.hopSeconds());
            for (int i = 0; i < spikes.size(); i++) {
                writer.write(row(hop, spikes.tick(i), spikes.neuron(i)));
            }
            writer.flush();
        }
    }
}
