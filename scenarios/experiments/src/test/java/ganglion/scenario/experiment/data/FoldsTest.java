package ganglion.scenario.experiment.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.scenario.experiment.data.ExperimentSamples.Folds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FoldsTest {

    /** Ten flutes and five horns, of which the n-th has n samples. */
    private static List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (int group = 1; group <= 15; group++) {
            for (int i = 0; i < group; i++) {
                String label = group % 3 == 0 ? "horn" : "flute";
                examples.add(new Example(label, "g" + group, Path.of(label, group + "-" + i + ".wav")));
            }
        }
        return examples;
    }

    @Test
    void eachGroupIsInOnePartAndClassesAreSpreadEvenly() {
        Map<String, Integer> folds = Folds.ofGroups(examples(), 5, 1);

        assertEquals(15, folds.size());
        for (int fold = 0; fold < 5; fold++) {
            int number = fold;
            Set<String> labels = examples().stream()
                    .filter(example -> folds.get(example.group()) == number)
                    .map(Example::label)
                    .collect(Collectors.toSet());
            assertEquals(Set.of("flute", "horn"), labels, "part " + fold);
        }
        long horns = folds.keySet().stream()
                .filter(group -> Integer.parseInt(group.substring(1)) % 3 == 0)
                .map(folds::get)
                .distinct()
                .count();
        assertEquals(5, horns, "one horn in each part");
    }

    @Test
    void theSeedChoosesTheParts() {
        assertEquals(Folds.ofGroups(examples(), 5, 1), Folds.ofGroups(examples(), 5, 1));
        assertNotEquals(Folds.ofGroups(examples(), 5, 1), Folds.ofGroups(examples(), 5, 2));
    }

    @Test
    void fewerGroupsThanPartsAreRefused() {
        assertEquals(
                "found 15 groups of samples, expected at least 16, one for each part of a cross-validation",
                assertThrows(IllegalArgumentException.class, () -> Folds.ofGroups(examples(), 16, 1))
                        .getMessage());
    }
}
