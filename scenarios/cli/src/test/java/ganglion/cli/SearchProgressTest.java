package ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.place.ReadOptions;
import ganglion.scenario.explore.format.SearchFiles;
import ganglion.scenario.explore.progress.SearchProgress;
import ganglion.scenario.explore.run.Machine;
import ganglion.scenario.explore.run.SearchRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a search over a tiny experiment says of how far it is. */
final class SearchProgressTest {

    private static final String SEARCH = """
            search: tones
            experiment: spikes.yaml
            devices: [stm32u575]
            vary:
              hidden: {at: /network/layers/0/outputs, whole: [1, 8]}
            want: {energy: {boundary: marginal}}
            budget: 3 trials
            halving: {factor: 2, stages: 1}
            points: 2
            clips: 2
            cascades: {event: [high], events-per-hour: [1]}
            """;

    @TempDir
    private Path folder;

    private record Told(double share, OptionalDouble left, String detail) {}

    @Test
    void theShareThatIsDoneNeverDecreasesAndPointsToSaveAreLeft() throws Exception {
        new TinyExperiment(folder);
        Path file = Files.writeString(folder.resolve("search.yaml"), SEARCH);
        List<Told> told = new ArrayList<>();
        SearchProgress progress = new SearchProgress() {

            private Told last = new Told(0, OptionalDouble.empty(), "");

            @Override
            public void advanced(String phase, double fraction, OptionalDouble secondsLeft) {
                assertTrue(fraction >= last.share(), () -> fraction + " in " + phase + " after " + last);
                last = new Told(fraction, secondsLeft, phase);
            }

            @Override
            public void detail(String words) {
                told.add(new Told(last.share(), last.left(), words));
            }
        };

        new SearchRun(
                        SearchFiles.read(file, ReadOptions.NONE),
                        folder.resolve("found"),
                        new Machine(1, 1L << 30),
                        false,
                        progress)
                .run();

        Told last = told.get(told.size() - 1);
        assertEquals(1, last.share());
        assertEquals(OptionalDouble.of(0), last.left());
        told.stream()
                .filter(each -> each.detail().matches("(0 of \\d|1 of 2) points saved"))
                .forEach(each -> assertTrue(each.share() < 1 && each.left().orElseThrow() > 0, each::toString));
    }
}
