package ganglion.scenario.experiment.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.scenario.experiment.ExperimentData.HoldOut;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HeldOutTest {

    /** Ten instruments of each of two classes, with four notes each. */
    private static List<Example> instruments() {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            String label = i < 40 ? "flute" : "reed";
            examples.add(new Example(label, label + i / 4, Path.of("note-" + i + ".wav")));
        }
        return examples;
    }

    private static Set<String> groups(List<Example> examples) {
        return examples.stream().map(Example::group).collect(Collectors.toSet());
    }

    private static long count(List<Example> examples, String label) {
        return examples.stream()
                .filter(example -> example.label().equals(label))
                .count();
    }

    @Test
    void noGroupIsOnBothSidesAndClassesAreSpreadEvenly() {
        HeldOut parts = HeldOut.of(instruments(), new HoldOut("", true, 0.2, List.of(), 1));

        Set<String> both = groups(parts.kept());
        both.retainAll(groups(parts.heldOut()));
        assertEquals(Set.of(), both);
        assertEquals(8, count(parts.heldOut(), "flute"));
        assertEquals(8, count(parts.heldOut(), "reed"));
        assertEquals(64, parts.kept().size());
    }

    @Test
    void theSeedDecidesWhichGroups() {
        List<Example> first = HeldOut.of(instruments(), new HoldOut("", true, 0.2, List.of(), 1))
                .heldOut();

        assertEquals(
                first,
                HeldOut.of(instruments(), new HoldOut("", true, 0.2, List.of(), 1))
                        .heldOut());
        assertNotEquals(
                first,
                HeldOut.of(instruments(), new HoldOut("", true, 0.2, List.of(), 2))
                        .heldOut());
    }

    @Test
    void singleSamplesCanBeHeldOut() {
        HeldOut parts = HeldOut.of(instruments(), new HoldOut("", false, 0.1, List.of(), 1));

        assertEquals(4, count(parts.heldOut(), "flute"));
        assertEquals(4, count(parts.heldOut(), "reed"));
    }

    @Test
    void groupsCanBeNamed() {
        HeldOut parts = HeldOut.of(instruments(), new HoldOut("", true, 0.2, List.of("flute3", "reed12"), 1));

        assertEquals(Set.of("flute3", "reed12"), groups(parts.heldOut()));
    }

    @Test
    void atLeastOneGroupIsHeldOutAndSomethingIsLeft() {
        List<Example> few = instruments().subList(0, 8);

        assertEquals(
                4,
                HeldOut.of(few, new HoldOut("", true, 0.01, List.of(), 1))
                        .heldOut()
                        .size());
        String message = assertThrows(
                        IllegalArgumentException.class, () -> HeldOut.of(few, new HoldOut("", true, 1, List.of(), 1)))
                .getMessage();
        assertTrue(message.contains("expected some to learn from"), message);
    }

    @Test
    void aGroupThatDoesNotExistIsRefused() {
        HoldOut rule = new HoldOut("", true, 0.2, List.of("oboe"), 1);

        assertThrows(IllegalArgumentException.class, () -> HeldOut.of(instruments(), rule));
    }
}
