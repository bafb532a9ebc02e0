package ganglion.scenario.explore.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BracketsTest {

    @Test
    void areThoseOfHyperband() {
        Brackets brackets = new Brackets(3);

        assertEquals(
                List.of(9, 5, 3, 9),
                IntStream.range(0, 4).mapToObj(brackets::size).toList());
        assertEquals(
                List.of(0, 1, 2, 0),
                IntStream.range(0, 4).mapToObj(brackets::firstStage).toList());
        assertEquals(3, brackets.promoted(9));
        assertEquals(1, brackets.promoted(2));
    }

    @Test
    void ofOneStageHaveOneConfigurationAtATime() {
        assertEquals(1, new Brackets(1).size(5));
    }

    @Test
    void stagesAreThreeTimesAsLongAsTheOneBefore() {
        assertEquals(List.of(3, 8, 25), Brackets.ends(25));
        assertEquals(List.of(1, 2), Brackets.ends(2));
    }
}
