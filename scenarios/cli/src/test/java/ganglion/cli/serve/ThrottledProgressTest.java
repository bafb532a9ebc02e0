package ganglion.cli.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.cli.serve.Service.ThrottledProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ThrottledProgressTest {

    @Test
    void tellsOfEachPhaseAtOnceAndOfTheRestTenTimesASecond() {
        List<String> told = new ArrayList<>();
        AtomicLong now = new AtomicLong();
        ThrottledProgress progress = new ThrottledProgress(
                (task, phase, fraction) -> told.add(task + " " + phase + " " + fraction), now::get);

        progress.advanced("a", "build", 0);
        progress.advanced("a", "simulate", 0.25);
        now.addAndGet(99_999_999);
        progress.advanced("a", "simulate", 0.5);
        now.addAndGet(1);
        progress.advanced("a", "simulate", 0.75);
        progress.advanced("b", "simulate", 0);

        assertEquals(List.of("a build 0.0", "a simulate 0.25", "a simulate 0.75", "b simulate 0.0"), told);
    }
}
