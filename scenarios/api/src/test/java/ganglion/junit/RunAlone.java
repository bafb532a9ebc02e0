package ganglion.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;

/** A test class in a Java process of its own, where no other test has started the log before. */
final class RunAlone {

    private RunAlone() {}

    /** Prints the names of the tests that passed. Then somebody logs, as the code of any build may. */
    public static void main(String[] arguments) throws ClassNotFoundException {
        Launched.of(Class.forName(arguments[0])).passed().forEach(System.out::println);
        LoggerFactory.getLogger(RunAlone.class);
    }

    /** All that such a process prints, on standard output and standard error. */
    static String output(Class<?> tests, Path... moreClasses) {
        StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
        for (Path more : moreClasses) {
            path.append(System.getProperty("path.separator")).append(more);
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(java, "-cp", path.toString(), RunAlone.class.getName(), tests.getName());
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
