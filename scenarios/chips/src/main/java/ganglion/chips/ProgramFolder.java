package ganglion.chips;

import ganglion.documents.output.FilePublisher;
import ganglion.documents.output.OwnFile;
import ganglion.odin.AddressEvents;
import ganglion.odin.TinyOdin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The folder of a program of tinyODIN: what the chip loads, what goes in, what comes out, and a testbench that checks it on the chip's
 * hardware description.
 *
 * @param program what is written
 * @param title name of the scenario
 * @param hertz clock of the chip
 * @param outputs what the model gave
 * @param decisions on samples, as a table; empty if there are none
 */
record ProgramFolder(ChipProgram program, String title, double hertz, AddressEvents outputs, String decisions) {

    /** Cycles behind the last event in which nothing may happen any more. */
    static final int QUIET_CYCLES = 64;

    private static final int WRITE = 1 << 18;

    private static final int NEURON_MEMORY = 1 << 16;

    private static final int SYNAPSE_MEMORY = 2 << 16;

    private static final String[] REGISTERS = {
        "SPI_GATE_ACTIVITY: the memories are written",
        "SPI_OPEN_LOOP: a neuron that is written may spike, which must not be queued",
        "SPI_AER_SRC_CTRL_nNEUR",
        "SPI_MAX_NEUR"
    };

    private static final int OPEN_LOOP = 1;

    /** Writes behind those of the memories. */
    private static final int STARTS = 2;

    private static final String SIGN = "// Checks a program of tinyODIN";

    private static final String TESTBENCH = "check.v";

    /**
     * Writes the files.
     *
     * @param last the cycle in which the testbench compares the potentials and ends
     * @throws IOException with a human-readable message if the folder holds something else, or cannot be written
     */
    void write(Path folder, long last) throws IOException {
        if (Files.exists(folder)) {
            checkOwn(folder);
        }
        Files.createDirectories(folder);
        FilePublisher.publishText(folder.resolve(TESTBENCH), resource(TESTBENCH));
        FilePublisher.publishText(folder.resolve("settings.vh"), settings(last));
        FilePublisher.publishText(folder.resolve("rows.csv"), rows());
        FilePublisher.publishText(folder.resolve("spi.mem"), spi());
        FilePublisher.publishText(folder.resolve("neurons.mem"), neurons());
        FilePublisher.publishText(folder.resolve("synapses.mem"), synapses());
        FilePublisher.publishText(folder.resolve("inputs.mem"), events(program.inputs()));
        FilePublisher.publishText(folder.resolve("outputs.mem"), events(outputs));
        FilePublisher.publishText(folder.resolve("states.mem"), states());
        FilePublisher.publishText(folder.resolve("outputs.csv"), outputTable());
        if (!decisions.isEmpty()) {
            FilePublisher.publishText(folder.resolve("decisions.csv"), decisions);
        }
        FilePublisher.publishText(
                folder.resolve("README.md"),
                resource("README.md")
                        .replace("{title}", title)
                        .replace(
                                "{neurons}", Integer.toString(program.settings().neurons()))
                        .replace("{clock}", String.format(Locale.ROOT, "%.6g", hertz * 1e-6)));
    }

    /** Refuses to write among files that are not an earlier program. */
    private static void checkOwn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw OwnFile.refusal("a folder");
        }
        boolean empty;
        try (Stream<Path> files = Files.list(folder)) {
            empty = files.findAny().isEmpty();
        }
        Path testbench = folder.resolve(TESTBENCH);
        if (!empty && !Files.isRegularFile(testbench)) {
            throw OwnFile.refusal("an empty folder, or one that was exported before");
        }
        OwnFile.check(testbench, SIGN, "a testbench of an export");
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = ProgramFolder.class.getResourceAsStream("tinyodin/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String settings(long last) {
        int rowWrites = writtenRows() * synapseWords() * Integer.BYTES;
        int writes = REGISTERS.length + program.settings().neurons() * Integer.BYTES + rowWrites + STARTS;
        return "localparam INPUTS = " + program.inputs().size() + ";\n"
                + "localparam OUTPUTS = " + outputs.size() + ";\n"
                + "localparam NEURONS = " + program.settings().neurons() + ";\n"
                + "localparam WRITES = " + writes + ";\n"
                + "localparam REGISTERS = " + REGISTERS.length + ";\n"
                + "localparam STARTS = " + STARTS + ";\n"
                + "localparam [47:0] LAST = 48'd" + last + ";\n"
                + "localparam real PERIOD_NS = " + 1e9 / hertz + ";\n";
    }

    private int writtenRows() {
        int rows = 0;
        for (int p = 0; p < program.firstRow().length; p++) {
            rows += program.network().populations().get(p).size();
        }
        return rows;
    }

    private int synapseWords() {
        return (program.settings().neurons() + 7) / 8;
    }

    /** Writes of 40 bits: 20 of an address, 20 of data. */
    private String spi() {
        StringBuilder text = new StringBuilder();
        int[] values = {
            1,
            1,
            program.settings().outputWhenProcessed() ? 1 : 0,
            program.settings().neurons() - 1
        };
        for (int register = 0; register < values.length; register++) {
            write(text, register, values[register], REGISTERS[register]);
        }
        for (int neuron = 0; neuron < program.settings().neurons(); neuron++) {
            int word = program.words()[neuron];
            for (int part = 0; part < Integer.BYTES; part++) {
                write(text, WRITE | NEURON_MEMORY | part << 8 | neuron, word >>> 8 * part & 0xFF, "neuron " + neuron);
            }
        }
        for (int row = 0; row < writtenRows(); row++) {
            for (int eighth = 0; eighth < synapseWords(); eighth++) {
                int word = program.chip().synapses(row, eighth);
                for (int part = 0; part < Integer.BYTES; part++) {
                    int address = WRITE | SYNAPSE_MEMORY | part << 13 | row << 5 | eighth;
                    write(text, address, word >>> 8 * part & 0xFF, "row " + row);
                }
            }
        }
        write(text, OPEN_LOOP, program.settings().openLoop() ? 1 : 0, "SPI_OPEN_LOOP");
        write(text, 0, 0, "SPI_GATE_ACTIVITY: the network runs");
        return text.toString();
    }

    private static void write(StringBuilder text, int address, int data, String comment) {
        text.append(String.format("%05x%05x // %s\n", address, data, comment));
    }

    private String neurons() {
        StringBuilder text = new StringBuilder();
        for (int neuron = 0; neuron < TinyOdin.NEURONS; neuron++) {
            text.append(String.format("%08x\n", program.words()[neuron]));
        }
        return text.toString();
    }

    private String synapses() {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < TinyOdin.NEURONS; row++) {
            for (int eighth = 0; eighth < TinyOdin.NEURONS / 8; eighth++) {
                text.append(String.format("%08x\n", program.chip().synapses(row, eighth)));
            }
        }
        return text.toString();
    }

    private static String events(AddressEvents events) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < events.size(); i++) {
            text.append(String.format("%012x%04x\n", events.cycle(i), events.address(i)));
        }
        return text.length() == 0 ? "0000000000000000\n" : text.toString();
    }

    private String states() {
        StringBuilder text = new StringBuilder();
        for (int neuron = 0; neuron < program.settings().neurons(); neuron++) {
            text.append(String.format("%03x\n", program.chip().potential(neuron) & 0xFFF));
        }
        return text.toString();
    }

    private String outputTable() {
        StringBuilder text = new StringBuilder("time,neuron\n");
        for (int i = 0; i < outputs.size(); i++) {
            text.append(String.format(Locale.ROOT, "%.12f,%d\n", outputs.cycle(i) / hertz, outputs.address(i)));
        }
        return text.toString();
    }

    private String rows() {
        StringBuilder text = new StringBuilder("row,population,neuron\n");
        for (int row = 0; row < writtenRows(); row++) {
            int population = program.populationOf(row);
            text.append(row)
                    .append(',')
                    .append(program.network().populations().get(population).name())
                    .append(',')
                    .append(row - program.firstRow()[population])
                    .append('\n');
        }
        return text.toString();
    }
}
