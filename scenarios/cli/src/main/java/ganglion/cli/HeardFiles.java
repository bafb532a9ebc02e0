package ganglion.cli;

import static ganglion.cli.TextTable.Side.LEFT;
import static ganglion.cli.TextTable.Side.RIGHT;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cochlea.Hearing;
import ganglion.hardware.quantity.Dimension;
import ganglion.hardware.quantity.QuantityFormat;
import ganglion.kernel.event.SpikeRaster;
import ganglion.report.NamedHearing;
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

/** What {@code hear} leaves behind: a spike file for each sound, and what is said about them. */
final class HeardFiles {

    private final List<NamedHearing> heard;
    private final List<SpikeFile> spikeFiles = new ArrayList<>();

    /** @param files the sound files, in the order of {@code heard} */
    HeardFiles(List<NamedHearing> heard, List<Path> files) {
        this.heard = heard;
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < heard.size(); i++) {
            spikeFiles.add(new SpikeFile(
                    freeName(stem(files.get(i)), taken), heard.get(i).hearing()));
        }
    }

    /** Two sounds of one name, from two folders, each get a file. */
    private static String freeName(String stem, Set<String> taken) {
        String name = stem;
        for (int number = 2; !taken.add(name); number++) {
            name = stem + "-" + number;
        }
        return name + ".spikes.csv";
    }

    /** The name of a file without its folder and its ending. */
    static String stem(Path file) {
        return OutputFolder.fileName(file.getFileName().toString().replaceFirst("\\.[^.]*$", ""));
    }

    List<SpikeFile> spikeFiles() {
        return spikeFiles;
    }

    void print(PrintStream out, Path folder, String picture) {
        TextTable table =
                new TextTable(LEFT, RIGHT, RIGHT, RIGHT, LEFT).row("sound", "lasts", "bands", "spikes", "spike file");
        for (int i = 0; i < heard.size(); i++) {
            Hearing hearing = heard.get(i).hearing();
            table.row(
                    heard.get(i).name(),
                    QuantityFormat.format(hearing.audio().durationSeconds(), Dimension.TIME),
                    Integer.toString(hearing.bands()),
                    Integer.toString(hearing.spikes().size()),
                    folder.resolve(spikeFiles.get(i).name()).toString());
        }
        table.print(out, "");
        out.println();
        out.println("picture: " + folder.resolve(picture));
    }

    ObjectNode document(Path folder, String picture) {
        ObjectNode document =
                Json.object().put("picture", folder.resolve(picture).toString());
        ArrayNode sounds = document.putArray("sounds");
        for (int i = 0; i < heard.size(); i++) {
            Hearing hearing = heard.get(i).hearing();
            sounds.addObject()
                    .put("sound", heard.get(i).name())
                    .put("durationSeconds", hearing.audio().durationSeconds())
                    .put("tickSeconds", hearing.hopSeconds())
                    .put("ticks", hearing.frames())
                    .put("bands", hearing.bands())
                    .put("spikes", hearing.spikes().size())
                    .put("spikeFile", folder.resolve(spikeFiles.get(i).name()).toString());
        }
        return document;
    }

    /**
     * The spikes of one sound as a scenario reads them: the header {@code time,neuron}, then a row a spike.
     *
     * @param name file name
     * @param hearing the sound as heard
     */
    record SpikeFile(String name, Hearing hearing) {

        void writeTo(OutputStream out) throws IOException {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write("time,neuron\n");
            SpikeRaster spikes = hearing.spikes();
            // The shortest decimal that means the hop: no time is off by the rounding of a product of doubles.
            BigDecimal hop = BigDecimal.valueOf(hearing.hopSeconds());
            for (int i = 0; i < spikes.size(); i++) {
                String time = hop.multiply(BigDecimal.valueOf(spikes.tick(i))).toPlainString();
                writer.write(time + "," + spikes.neuron(i) + "\n");
            }
            writer.flush();
        }
    }
}
