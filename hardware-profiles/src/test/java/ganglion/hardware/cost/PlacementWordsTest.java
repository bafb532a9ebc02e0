package ganglion.hardware.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.cost.CostNotes.PlacementWords;
import ganglion.hardware.placement.PlacementStrategy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlacementWordsTest {

    private static final List<PlacementStrategy> ALL = List.of(
            new PlacementStrategy.InOrder(),
            new PlacementStrategy.FewestMessages(),
            new PlacementStrategy.Spread(),
            new PlacementStrategy.ByHand(List.of()));

    @Test
    void hasASentenceOfItsOwnForEveryStrategy() {
        Set<Class<?>> covered = ALL.stream().map(Object::getClass).collect(Collectors.toSet());
        assertEquals(Set.of(PlacementStrategy.class.getPermittedSubclasses()), covered);

        Set<String> sentences = ALL.stream().map(PlacementWords::of).collect(Collectors.toCollection(HashSet::new));
        assertEquals(ALL.size(), sentences.size());
    }

    @Test
    void saysWhereInputsEnter() {
        for (PlacementStrategy strategy : ALL) {
            assertTrue(PlacementWords.of(strategy).contains("enter at the south-western tile."), strategy.toString());
        }
    }
}
