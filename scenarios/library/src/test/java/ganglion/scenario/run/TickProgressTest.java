package ganglion.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TickProgressTest {

    @Test
    void passesOnSharesOfTheRun() {
        List<Double> shares = new ArrayList<>();
        TickProgress progress = new TickProgress(4, shares::add);

        for (long tick = 1; tick <= 4; tick++) {
            progress.advanced(tick);
        }

        assertEquals(List.of(0.25, 0.5, 0.75, 1.0), shares);
    }

    @Test
    void passesOnNoMoreThanABarCanShow() {
        List<Double> shares = new ArrayList<>();
        TickProgress progress = new TickProgress(1_000_000, shares::add);

        for (long tick = 1; tick <= 1_000_000; tick++) {
            progress.advanced(tick);
        }

        assertTrue(shares.size() <= 1_001, () -> "told " + shares.size() + " times");
        assertEquals(1, shares.get(shares.size() - 1));
    }
}
