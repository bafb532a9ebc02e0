package ganglion.odin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** A chip whose hardware description is published, and the cases that are drawn for it and for the model. */
enum Described {
    TINYODIN("tinyODIN", TinyOdinCase::of),
    /** A register is named as a later version of Verilog names a type, and what is undefined is 0. */
    ODIN("ODIN", OdinCase::of, "--language", "1364-2005", "--x-assign", "0", "--x-initial", "0");

    private final String module;

    private final LongFunction<ChipCase> cases;

    private final String[] options;

    Described(String module, LongFunction<ChipCase> cases, String... options) {
        this.module = module;
        this.cases = cases;
        this.options = options;
    }

    private String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The case of a seed. */
    ChipCase draw(long seed) {
        return cases.apply(seed);
    }

    /** Its hardware description in Verilator; without it the test is skipped. */
    Verilated open(Path build) throws IOException {
        return Verilated.of(module, module, id(), build, options);
    }

    /** Lines of {@link Tally#vector} that the hardware description gave, each behind its seed. */
    Stream<String> vectors() throws IOException {
        try (InputStream stream = Described.class.getResourceAsStream(id() + "-vectors.txt")) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#"));
        }
    }
}
