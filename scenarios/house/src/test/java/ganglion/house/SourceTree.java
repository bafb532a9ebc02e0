package ganglion.house;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of a project, as far as the house rules ask for them.
 *
 * @param root folder of the project
 * @param java all Java files, in the order of their paths
 * @param documents paths of all JSON and YAML files below the root, in their order
 */
record SourceTree(Path root, List<SourceFile> java, List<Path> documents) {

    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", "runs", ".git");

    /** The project that holds the folder in which the tests were started: the nearest folder upwards with a launcher. */
    static SourceTree ofThisProject() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("ganglion"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("the tests run outside of the project");
            }
        }
        return read(folder);
    }

    static SourceTree read(Path root) throws IOException {
        List<SourceFile> java = new ArrayList<>();
        List<Path> documents = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_OURS.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path path = root.relativize(file);
                String name = file.getFileName().toString();
                if (name.endsWith(".java") && path.toString().contains("src")) {
                    java.add(new SourceFile(path, Files.readString(file)));
                } else if (name.matches(".*\\.(json|yaml|yml)")) {
                    documents.add(path);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        java.sort(Comparator.comparing(SourceFile::path));
        documents.sort(Comparator.naturalOrder());
        return new SourceTree(root, List.copyOf(java), List.copyOf(documents));
    }

    /** The Java files that are shipped. */
    Stream<SourceFile> main() {
        return java.stream().filter(SourceFile::isMain);
    }

    /** The modules that ship Java, in the order of their paths. */
    List<String> modules() {
        return main().map(SourceFile::module).distinct().sorted().toList();
    }

    /** The text of a file below the root; empty if there is none. */
    String text(String path) {
        try {
            Path file = root.resolve(path);
            return Files.isRegularFile(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
