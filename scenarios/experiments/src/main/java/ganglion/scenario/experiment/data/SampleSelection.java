package ganglion.scenario.experiment.data;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.ReadFault;
import ganglion.documents.place.DocumentPath;
import ganglion.scenario.experiment.DataSource;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
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
import java.util.stream.Collectors;

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
        List<Example> named = all;
        if (source.names().isPresent()) {
            Set<String> names = names(source.names().get().resolved());
            named = all.stream().filter(example -> isIn(names, example)).toList();
        }
        for (DocumentPath list : source.without()) {
            Set<String> names = names(list.resolved());
            named = named.stream().filter(example -> !isIn(names, example)).toList();
        }
        return source.mostPerClass() == 0 ? named : fewOfEach(named);
    }

    /** A list holds names, or paths of files within the folder of the data set. */
    private boolean isIn(Set<String> names, Example example) {
        Path folder = source.path().resolved();
        Path file = example.file();
        return names.contains(example.name())
                || file.startsWith(folder)
                        && names.contains(folder.relativize(file).toString().replace('\\', '/'));
    }

    private static Set<String> names(Path file) throws InputException {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw refusal(file, "is not a regular file");
            }
            if (Files.size(file) > LARGEST_LIST) {
                throw refusal(file, "found more than " + LARGEST_LIST + " bytes, the most that is read");
            }
            return Files.readAllLines(file).stream().map(String::strip).collect(Collectors.toCollection(HashSet::new));
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
