package ganglion.chips;

import ganglion.chips.Chip.Register;
import ganglion.documents.output.Checksum;
import ganglion.documents.output.HiddenPlace;
import ganglion.documents.output.OwnFile;
import ganglion.documents.output.PlaceClaim;
import ganglion.documents.output.WriteProblem;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.odin.AddressEvents;
import ganglion.odin.CrossbarChip;
import ganglion.report.files.OwnDirectory;
import ganglion.scenario.data.RasterWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The folder of a program: what the chip loads, what goes in, what comes out, and a testbench that checks it on the chip's hardware
 * description.
 *
 * @param program what is written
 * @param run what the model gave
 * @param title name of the scenario
 * @param decisions on samples, as a table; empty if there are none
 */
record ProgramFolder(ChipProgram program, ProgramRun run, String title, String decisions) {

    /** Cycles behind the last event in which nothing may happen any more. */
    private static final int QUIET_CYCLES = 64;

    private static final int CLOCK_DIGITS = 7;

    private static final int WRITE_NEURON = 5 << 16;

    private static final int WRITE_SYNAPSES = 6 << 16;

    /** A word of the synapse memory has 8 hexadecimal digits, for 8 neurons. */
    private static final int EIGHT = 8;

    private static final int WORDS_PER_ROW = CrossbarChip.NEURONS / EIGHT;

    private static final String SIGN = "// Checks a program of ";

    private static final String TESTBENCH = "check.sv";

    /** SHA-256 of all other files that an export wrote, as {@code sha256sum -c} reads them. */
    private static final String SUMS = "SHA256SUMS";

    /** What the commands of the README leave, which may have taken hours. */
    private static final Set<String> SEEN = Set.of("seen.csv", "seen-raster.csv");

    /** What they leave beside that, which goes with the program that it was made of. */
    private static final Set<String> BUILT = Set.of("check.vvp", "obj_dir", "check.vcd");

    /**
     * Writes the files, and puts the folder into the place of that of an earlier program as a whole. The folder of the same program stays as
     * it is, with what its testbench saw.
     *
     * @param target claimed; a symbolic link is followed
     * @throws IOException with a human-readable message if there is something else, or what another program's testbench saw, or nothing can
     *     be written
     */
    void write(Path target) throws IOException {
        Path place = PlaceClaim.followed(target);
        checkOwn(place);
        Optional<String> seen;
        try (HiddenPlace partial = HiddenPlace.beside(place)) {
            Files.createDirectory(partial.path());
            fill(partial.path());
            Path earlier = place.resolve(SUMS);
            if (Files.exists(earlier) && Files.mismatch(earlier, partial.path().resolve(SUMS)) < 0) {
                return;
            }
            seen = names(place).stream().filter(SEEN::contains).findFirst();
            if (seen.isEmpty() && Files.exists(place)) {
                partial.moveInPlaceOf(place);
            } else if (seen.isEmpty()) {
                partial.moveTo(place);
            }
        } catch (IOException e) {
            throw WriteProblem.of("the program", e);
        }
        if (seen.isPresent()) {
            throw inTheWay(seen.get(), "which is of another program");
        }
    }

    private void fill(Path folder) throws IOException {
        Chip chip = program.chip();
        int neurons = program.cells().length;
        List<Register> registers = chip.registers(program.weights());
        List<String> starts = List.of(write(1, 0, "SPI_OPEN_LOOP"), write(0, 0, "SPI_GATE_ACTIVITY: the network runs"));
        List<String> spi = new ArrayList<>();
        registers.forEach(register -> spi.add(write(register.address(), register.value(), register.name())));
        addMemories(spi);
        spi.addAll(starts);
        String settings = "`define CHIP " + chip.title() + "\n" + chip.layout().macros()
                + "localparam INPUTS = " + program.inputs().size() + ";\n"
                + "localparam OUTPUTS = " + run.outputs().size() + ";\n"
                + "localparam NEURONS = " + neurons + ";\n"
                + "localparam WRITES = " + spi.size() + ";\n"
                + "localparam REGISTERS = " + registers.size() + ";\n"
                + "localparam STARTS = " + starts.size() + ";\n"
                + "localparam [47:0] LAST = 48'd" + (run.last() + (run.isDone() ? QUIET_CYCLES : 0)) + ";\n"
                + "localparam real PERIOD_NS = " + 1e9 / program.pace().hertz() + ";\n";
        Map<String, String> files = new LinkedHashMap<>();
        files.put(TESTBENCH, resource(TESTBENCH).replace("{chip}", chip.title()));
        files.put("settings.vh", settings);
        files.put("rows.csv", "row,population,neuron\n" + lines(program.rows().count(), this::row));
        files.put("spi.mem", lines(spi.size(), spi::get));
        files.put("neurons.mem", lines(CrossbarChip.NEURONS, this::word));
        files.put(
                "synapses.mem",
                lines(CrossbarChip.NEURONS * WORDS_PER_ROW, i -> synapses(i / WORDS_PER_ROW, i % WORDS_PER_ROW)));
        files.put("inputs.mem", events(program.inputs()));
        files.put("outputs.mem", events(run.outputs()));
        files.put(
                "states.mem",
                lines(neurons, i -> String.format("%03x", program.loaded().potential(i) & 0xFFF)));
        files.put("outputs.csv", "time,neuron\n" + lines(run.outputs().size(), this::output));
        if (!decisions.isEmpty()) {
            files.put("decisions.csv", decisions);
        }
        String readme = resource("README.md");
        if (decisions.isEmpty()) {
            readme = readme.replaceFirst("\\| `decisions.csv`.*\n", "");
        }
        files.put(
                "README.md",
                readme.replace("{title}", title)
                        .replace("{chip}", chip.title())
                        .replace("{neurons}", Integer.toString(neurons))
                        .replace("{cycles}", QuantityFormat.count(run.last(), "cycle"))
                        .replace("{icarus}", about(run.last() / chip.layout().icarus()))
                        .replace("{verilator}", about(run.last() / chip.layout().verilator()))
                        .replace("{clock}", QuantityFormat.format(program.pace().hertz(), "Hz", CLOCK_DIGITS)));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve("raster.csv")))) {
            RasterWriter.write(run.raster(), out);
        }
        StringBuilder sums = new StringBuilder();
        for (String name : names(folder)) {
            sums.append(Checksum.ofFile(folder.resolve(name)))
                    .append("  ")
                    .append(name)
                    .append('\n');
        }
        Files.writeString(folder.resolve(SUMS), sums);
    }

    /**
     * Refuses to replace what is not an earlier program as it was written, and nothing else.
     *
     * @throws IOException with a human-readable message
     */
    static void checkOwn(Path target) throws IOException {
        Path folder = PlaceClaim.followed(target);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw OwnFile.refusal("a folder");
        }
        List<String> names = names(folder);
        Path testbench = folder.resolve(TESTBENCH);
        if (!names.isEmpty() && !Files.isRegularFile(testbench)) {
            throw OwnFile.refusal("an empty folder, or one that was exported before");
        }
        OwnFile.check(testbench, SIGN, "a testbench of an export");
        if (!names.isEmpty() && !names.contains(SUMS)) {
            throw inTheWay(TESTBENCH, "but no " + SUMS + " that lists it");
        }
        List<String> sums = names.isEmpty() ? List.of() : Files.readAllLines(folder.resolve(SUMS));
        for (String name : names) {
            if (name.equals(SUMS) || SEEN.contains(name) || BUILT.contains(name)) {
                continue;
            }
            if (sums.stream().noneMatch(sum -> sum.endsWith("  " + name))) {
                throw inTheWay(name, "which is not of an export");
            }
            if (!sums.contains(Checksum.ofFile(folder.resolve(name)) + "  " + name)) {
                throw inTheWay(name, "which was changed since Ganglion wrote it");
            }
        }
    }

    private static IOException inTheWay(String name, String what) {
        return new IOException("holds " + name + ", " + what + "; expected it elsewhere, or another --out");
    }

    /** What is in a folder, in the order of names; empty if there is none. */
    private static List<String> names(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !HiddenPlace.isHidden(name) && !OwnDirectory.OF_FILE_MANAGERS.contains(name))
                    .sorted()
                    .toList();
        }
    }

    private static String about(double seconds) {
        return seconds < 100
                ? String.format(Locale.ROOT, "%.0f s", Math.max(1, seconds))
                : seconds < 6000
                        ? String.format(Locale.ROOT, "%.0f minutes", seconds / 60)
                        : String.format(Locale.ROOT, "%.1f hours", seconds / 3600);
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = ProgramFolder.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }

    /** A write of 40 bits: 20 of an address, 20 of data. */
    private static String write(int address, int data, String comment) {
        return String.format("%05x%05x // %s", address, data, comment);
    }

    /** Adds writes of the rows and neurons in use, byte by byte. A neuron that is visited but not in use gets the byte that disables it. */
    private void addMemories(List<String> spi) {
        int neurons = program.cells().length;
        for (int neuron = 0; neuron < program.chip().visited(neurons); neuron++) {
            String word = word(neuron);
            int bytes = word.length() / 2;
            for (int part = neuron < neurons ? 0 : bytes - 1; part < bytes; part++) {
                spi.add(write(WRITE_NEURON | part << 8 | neuron, part(word, part), "neuron " + neuron));
            }
        }
        for (int row = 0; row < program.rows().count(); row++) {
            for (int eighth = 0; eighth * EIGHT < neurons; eighth++) {
                for (int part = 0; part < Integer.BYTES; part++) {
                    int address = WRITE_SYNAPSES | part << 13 | row * WORDS_PER_ROW + eighth;
                    spi.add(write(address, part(synapses(row, eighth), part), "row " + row));
                }
            }
        }
    }

    /** A byte of a word in hexadecimal digits. */
    private static int part(String word, int part) {
        int end = word.length() - 2 * part;
        return Integer.parseInt(word.substring(end - 2, end), 16);
    }

    private String word(int neuron) {
        return neuron < program.cells().length
                ? program.chip().word(program.cells()[neuron])
                : program.chip().layout().unused();
    }

    private String synapses(int row, int eighth) {
        return String.format("%08x", program.loaded().synapses(row, eighth));
    }

    private static String events(AddressEvents events) {
        // A file without a word is none that can be read: this is the word that no event is.
        return events.size() == 0
                ? "ffffffffffffffff\n"
                : lines(events.size(), i -> String.format("%012x%04x", events.cycle(i), events.address(i)));
    }

    private String output(int event) {
        return String.format(
                Locale.ROOT,
                "%.12f,%d",
                run.outputs().cycle(event) / program.pace().hertz(),
                run.outputs().address(event));
    }

    private String row(int row) {
        return row + "," + program.rows().name(row) + "," + program.rows().neuron(row);
    }
}
