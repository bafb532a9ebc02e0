package ganglion.scenario.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.scenario.run.Simulation.TickProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
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
        TickProgress progress = new TickProgress(1_000_000, shares::add, () -> 0);

        for (long tick = 1; tick <= 1_000_000; tick++) {
            progress.advanced(tick);
        }

        assertTrue(shares.size() <= 1_001, () -> "told " + shares.size() + " times");
        assertEquals(1, shares.get(shares.size() - 1));
    }

    @Test
    void tellsEveryFifthOfASecondWhereTheRunIsSlow() {
        List<Double> shares = new ArrayList<>();
        AtomicLong clock = new AtomicLong(Long.MAX_VALUE);
        TickProgress progress = new TickProgress(1_000_000, shares::add, clock::get);

        for (long tick = 1; tick <= 20; tick++) {
            progress.advanced(tick);
            clock.addAndGet(50_000_000);
        }

        assertEquals(List.of(1e-6, 5e-6, 9e-6, 13e-6, 17e-6), shares);
    }
}
