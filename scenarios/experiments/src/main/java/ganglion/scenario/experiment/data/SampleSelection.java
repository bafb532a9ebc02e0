package ganglion.scenario.experiment.data;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.ReadFault;
import ganglion.documents.place.DocumentPath;
import ganglion.scenario.experiment.DataSource;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** The choice of some samples of a data set. */
final class SampleSelection {

    private static final long LARGEST_LIST = 1 << 26;

    private final DataSource source;
    private final long seed;

    SampleSelection(DataSource source, long seed) {
        this.source = source;
        this.seed = seed;
    }

    /** The chosen samples, in their order. */
    List<Example> of(List<Example> all) throws InputException {
        List<Example> chosen = all;
        if (source.names().isPresent()) {
            Predicate<Example> listed = listedIn(source.names().get().resolved(), all);
            chosen = all.stream().filter(listed).toList();
        }
        for (DocumentPath list : source.without()) {
            Predicate<Example> listed = listedIn(list.resolved(), all);
            chosen = chosen.stream().filter(listed.negate()).toList();
        }
        return source.mostPerClass() == 0 ? chosen : fewOfEach(chosen);
    }

    /** A list of which no entry is a sample would choose without a word as if it were not there. */
    private Predicate<Example> listedIn(Path list, List<Example> all) throws InputException {
        Set<String> entries = entries(list);
        Predicate<Example> listed = example -> isIn(entries, list, example);
        if (!entries.isEmpty() && all.stream().noneMatch(listed)) {
            throw refusal(
                    list,
                    "found no sample of " + source.path().written() + " among " + entries.size()
                            + " entries, expected names of samples, or their paths in " + folder());
        }
        return listed;
    }

    /** A list holds names, or paths of files within the folder of the data set or of the list; the ending may lack. */
    private boolean isIn(Set<String> entries, Path list, Example example) {
        return entries.contains(example.name())
                || isPathIn(entries, folder(), example.file())
                || isPathIn(entries, list.getParent(), example.file());
    }

    private static boolean isPathIn(Set<String> entries, Path folder, Path file) {
        if (folder == null || !file.startsWith(folder)) {
            return false;
        }
        Path relative = folder.relativize(file);
        return entries.contains(withSlashes(relative))
                || entries.contains(withSlashes(relative.resolveSibling(Example.nameOf(file))));
    }

    /** The folder of a table is the one that it lies in. */
    private Path folder() {
        Path path = source.path().resolved();
        return source.kind() == DataSource.Kind.TABLE ? path.getParent() : path;
    }

    private static String withSlashes(Path path) {
        return path.toString().replace('\\', '/');
    }

    /** An entry as a path without detours: {@code ./a/b.wav} is {@code a/b.wav}. */
    private static String entry(Path list, String line) throws InputException {
        try {
            return withSlashes(Path.of(line.strip().replace('\\', '/')).normalize());
        } catch (InvalidPathException e) {
            throw refusal(list, "found \"" + line + "\", expected a name or path");
        }
    }

    private static Set<String> entries(Path file) throws InputException {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw refusal(file, "is not a regular file");
            }
            if (Files.size(file) > LARGEST_LIST) {
                throw refusal(file, "found more than " + LARGEST_LIST + " bytes, the most that is read");
            }
            Set<String> entries = new HashSet<>();
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    entries.add(entry(file, line));
                }
            }
            return entries;
        } catch (CharacterCodingException e) {
            throw refusal(file, "found bytes that are not UTF-8, expected names");
        } catch (IOException e) {
            throw refusal(file, "cannot be read: " + ReadFault.reason(e));
        }
    }

    private static InputException refusal(Path file, String message) {
        return new InputException(new Problem(file.toString(), 0, "", message));
    }

    private List<Example> fewOfEach(List<Example> examples) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(new SplittableRandom(seed).nextLong()));
        Map<String, Integer> taken = new HashMap<>();
        return order.stream()
                .filter(i -> taken.merge(examples.get(i).label(), 1, Integer::sum) <= source.mostPerClass())
                .sorted()
                .map(examples::get)
                .toList();
    }
}
