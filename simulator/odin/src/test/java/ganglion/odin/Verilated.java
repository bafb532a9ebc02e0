package ganglion.odin;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A hardware description, compiled by Verilator with a driver of ours that reads cases from its standard input and answers each by lines, of
 * which the last begins with {@code end}.
 */
final class Verilated implements AutoCloseable {

    private static final String FOLDER = "ganglion.odin-rtl";

    private final Process process;

    private final BufferedWriter cases;

    private final BufferedReader answers;

    private Verilated(Process process) {
        this.process = process;
        this.cases = process.outputWriter(StandardCharsets.US_ASCII);
        this.answers = process.inputReader(StandardCharsets.US_ASCII);
    }

    /**
     * Compiles a chip, or skips the test, with one line that says how it would run.
     *
     * @param sources folder of the chip's Verilog, below the folder that the property names
     * @param top module of that name; {@code drivers} holds a file {@code name.cpp} and a file {@code name.vlt}
     * @param name of the driver
     * @param build is filled
     * @param options for Verilator
     */
    static Verilated of(String sources, String top, String name, Path build, String... options) throws IOException {
        Path verilog = sources(sources);
        assumeTrue(isInstalled("verilator"), "verilator is not installed; on Debian: apt install verilator");
        Path drivers = Path.of("src/test/rtl");
        if (!Files.isDirectory(drivers)) {
            drivers = Path.of("simulator/odin/src/test/rtl");
        }
        List<String> command =
                new ArrayList<>(List.of("verilator", "--cc", "--exe", "--build", "-O3", "-CFLAGS", "-O2"));
        command.addAll(List.of("-Wno-fatal", "-Wno-lint", "-Wno-style"));
        command.addAll(Arrays.asList(options));
        command.addAll(List.of("--Mdir", build.toString(), "--top-module", top, "-o", name));
        command.add(drivers.resolve(name + ".vlt").toAbsolutePath().toString());
        try (Stream<Path> files = Files.walk(verilog)) {
            files.filter(file -> file.toString().endsWith(".v")).sorted().forEach(file -> command.add(file.toString()));
        }
        command.add(drivers.resolve(name + ".cpp").toAbsolutePath().toString());
        Process compiler = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said;
        try (BufferedReader reader = compiler.inputReader()) {
            said = reader.lines().collect(Collectors.joining("\n"));
        }
        if (await(compiler) != 0) {
            throw new IOException(String.join(" ", command) + " fails:\n" + said);
        }
        return new Verilated(new ProcessBuilder(build.resolve(name).toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** The folder of a chip's Verilog; without it the test is skipped. */
    static Path sources(String sources) {
        String folder = System.getProperty(FOLDER, "");
        assumeTrue(
                !folder.isEmpty(),
                "-D" + FOLDER + "=FOLDER is not given: a folder with clones of github.com/ChFrenkel/tinyODIN and ODIN");
        Path verilog = Path.of(folder).resolve(sources);
        assumeTrue(Files.isDirectory(verilog), verilog + " is no folder, though -D" + FOLDER + " is given");
        return verilog;
    }

    static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static int await(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** The answer to one case, to the line that begins with {@code end}. */
    String answer(String text) throws IOException {
        cases.write(text);
        cases.flush();
        StringBuilder answer = new StringBuilder();
        String line = "";
        while (!line.startsWith("end ")) {
            line = answers.readLine();
            if (line == null) {
                throw new IOException("the driver ended early, after:\n" + answer);
            }
            answer.append(line).append('\n');
        }
        return answer.toString();
    }

    /** Processor time that the hardware description has taken. */
    double processorSeconds() {
        return process.info().totalCpuDuration().orElseThrow().toNanos() * 1e-9;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
