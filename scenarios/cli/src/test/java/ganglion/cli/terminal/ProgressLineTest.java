package ganglion.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Progress is for those who wait and watch. */
final class ProgressLineTest {

    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicLong clock = new AtomicLong(5 * SECOND);

    private ProgressLine line(boolean watched) {
        Console console = new Console(OutputStream.nullOutputStream(), err, false, watched);
        return new ProgressLine(console, new StopSignal(console), "pitch", clock::get);
    }

    private void work(boolean watched, long nanoseconds) {
        try (ProgressLine line = line(watched)) {
            line.advanced("hearing", 0);
            clock.addAndGet(nanoseconds);
            line.advanced("simulating", 0.5);
        }
    }

    private String shown() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void longWorkShowsItsPhase() {
        work(true, 2 * SECOND);

        assertTrue(shown().contains("pitch") && shown().contains("simulating"), shown());
    }

    @Test
    void aDetailIsShownForItsPhase() {
        try (ProgressLine line = line(true)) {
            line.detail("too early to be shown");
            clock.addAndGet(2 * SECOND);
            line.advanced("simulating", 0.5);
            line.detail("300 of 768 sounds");
        }

        assertTrue(shown().contains("300 of 768 sounds"), shown());
        assertFalse(shown().contains("too early"), shown());
    }

    @Test
    void workThatReportsNothingIsShownToo() {
        try (ProgressLine line = line(true)) {
            line.advanced("reading samples", 0);
            clock.addAndGet(SECOND);

            Awaitility.await().atMost(2, TimeUnit.MINUTES).until(() -> shown().contains("reading samples"));
        }
    }

    @Test
    void theShareThatIsDoneMovesWithinAPhase() {
        try (ProgressLine line = line(true)) {
            clock.addAndGet(SECOND);
            line.advanced("epoch 1/2", 0.1);
            line.detail("batch 2/10");
            line.advanced("epoch 1/2", 0.4);
            line.detail("batch 8/10");

            Awaitility.await()
                    .atMost(2, TimeUnit.MINUTES)
                    .until(() -> shown().contains(" 40%") && shown().contains("batch 8/10"));
        }
    }

    @Test
    void aLineOfTextTakesThePlaceOfTheBar() {
        Console console = new Console(err, err, false, true);
        try (ProgressLine line = new ProgressLine(console, new StopSignal(console), "pitch", clock::get)) {
            clock.addAndGet(SECOND);
            line.advanced("epoch 1/2", 0.5);
            line.aside(() -> console.errorLine("epoch 1/2: loss 0.5"));
        }

        assertTrue(shown().contains(" \repoch 1/2: loss 0.5"), shown());
    }

    @Test
    void whatIsDrawnIsWipedAway() {
        work(true, 2 * SECOND);

        assertTrue(shown().endsWith(" \r"), shown());
        assertFalse(shown().contains("\n"), shown());
    }

    @Test
    void shortWorkShowsNothing() {
        work(true, SECOND / 2);

        assertEquals("", shown());
    }

    @Test
    void aPipeShowsNothing() {
        work(false, 60 * SECOND);

        assertEquals("", shown());
    }
}
