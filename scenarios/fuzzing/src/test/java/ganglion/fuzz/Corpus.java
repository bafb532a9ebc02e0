package ganglion.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files that tests start from, among the resources: good ones, and damaged ones that broke something once. */
final class Corpus {

    private Corpus() {}

    /** The corpus of a test, where Jazzer looks for it, in the order of the names. */
    static List<byte[]> of(Class<?> test) {
        return files(test.getSimpleName() + "Inputs").stream().map(Corpus::read).toList();
    }

    /** The files of a folder, named from the package of the tests, in the order of their names. */
    static List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(path(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file, named from the package of the tests. */
    static byte[] file(String name) {
        return read(path(name));
    }

    private static Path path(String name) {
        try {
            return Path.of(Corpus.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
