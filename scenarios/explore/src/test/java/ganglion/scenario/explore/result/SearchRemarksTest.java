package ganglion.scenario.explore.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.estimate.Boundary;
import ganglion.scenario.explore.Budget;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.DeviceOutcome.ClipFigures;
import ganglion.scenario.explore.Exploration;
import ganglion.scenario.explore.FrontPoint;
import ganglion.scenario.explore.RungFigures;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.SearchObjective;
import ganglion.scenario.explore.SeedFigures;
import ganglion.scenario.explore.TrialRecord;
import ganglion.scenario.explore.TrialRecord.Origin;
import ganglion.scenario.explore.Wish;
import ganglion.scenario.explore.space.Choice;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.explore.space.Space;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SearchRemarksTest {

    private static final int EPOCHS = 9;

    private static DeviceOutcome outcome(int samples, int correct) {
        OptionalDouble energy = OptionalDouble.of(3e-6);
        ClipFigures clip = new ClipFigures("a.wav", "a", "a", energy, energy, OptionalDouble.empty());
        return new DeviceOutcome(
                "loihi", List.of(), samples, correct, List.of(clip), "A", OptionalDouble.empty(), "spikes", 1);
    }

    private static TrialRecord trial(int number, int epochs, int samples, int correct) {
        Configuration configuration =
                number == 0 ? Configuration.AS_IT_IS : new Configuration(Map.of("n", Integer.toString(number)));
        RungFigures rung = new RungFigures(epochs, 1, samples, correct, List.of(outcome(samples, correct)));
        return new TrialRecord(number, 1, Origin.RANDOM, configuration, List.of(), List.of(rung));
    }

    /** A search whose trials have these numbers of right decisions. The last trial became a point. */
    private static List<String> remarks(double below, int samples, int epochs, int... correct) {
        return remarks(List.of(), below, samples, epochs, correct);
    }

    /** @param unfit trials that fit no device */
    private static List<String> remarks(
            List<TrialRecord> unfit, double below, int samples, int epochs, int... correct) {
        List<TrialRecord> trials = new ArrayList<>(List.of(trial(0, EPOCHS, samples, samples)));
        for (int right : correct) {
            trials.add(trial(trials.size(), epochs, samples, right));
        }
        Search search = new Search(
                Path.of("s.yaml"),
                "s",
                "",
                Path.of("e.yaml"),
                "e.yaml",
                List.of(),
                1,
                List.of(1L),
                "",
                new Space(List.of(new Choice(
                        "n", List.of(new Choice.Option("1", Map.of()), new Choice.Option("none", Map.of()))))),
                List.of("loihi"),
                Boundary.MARGINAL,
                List.of(new Wish(SearchObjective.ENERGY, OptionalDouble.of(below))),
                new Budget(OptionalInt.of(4), OptionalDouble.empty()),
                new Search.Halving(3, 1),
                1,
                1,
                Optional.empty(),
                false,
                "{}");
        TrialRecord last = trials.get(trials.size() - 1);
        SeedFigures seed = new SeedFigures(1, last.last().orElseThrow().on("loihi"), Optional.empty(), -1, 1, 1, 0);
        FrontPoint point = new FrontPoint("p", 1, "loihi", last.configuration(), List.of(seed), true, "s");
        trials.addAll(unfit);
        return SearchRemarks.of(new Exploration(
                search,
                trials,
                List.of(),
                List.of(),
                List.of(point),
                List.of(),
                Optional.empty(),
                List.of("a", "b"),
                List.of(100, samples, 0),
                true,
                1));
    }

    @Test
    void aChoiceOfWhichNothingFitsIsToldOf() {
        Configuration none = new Configuration(Map.of("n", "none"));
        TrialRecord unfit = new TrialRecord(
                9, 1, Origin.RANDOM, none, List.of(DeviceOutcome.unfit("loihi", List.of("too large"))), List.of());

        assertEquals(
                List.of("None of 3 networks with n none fits a device; the first: too large."),
                remarks(List.of(unfit, unfit, unfit), 1, 50, EPOCHS, 50, 50, 49, 30));
    }

    @Test
    void ofASearchThatTellsNetworksApartThereAreNone() {
        assertEquals(List.of(), remarks(1, 50, EPOCHS, 50, 50, 49, 30));
        assertEquals(List.of(), remarks(1, 50, EPOCHS - 1, 50, 50, 50, 50));
    }

    @Test
    void manyNetworksWithoutAMistakeAreToldOf() {
        List<String> remarks = remarks(1, 50, EPOCHS, 50, 50, 50, 49);

        assertEquals(1, remarks.size());
        assertTrue(remarks.get(0).contains("3 of 4 on loihi decide all of its 50 samples right"), remarks::toString);
    }

    @Test
    void aSmallValidationSetIsToldOf() {
        List<String> remarks = remarks(1, 24, EPOCHS, 20);

        assertEquals(1, remarks.size());
        assertTrue(remarks.get(0).contains("24 samples, so that one decision is 4.2 points"), remarks::toString);
    }

    @Test
    void pointsThatMissLimitsAreToldOf() {
        List<String> remarks = remarks(1e-6, 50, EPOCHS, 20);

        assertEquals(
                List.of(
                        "No point keeps all limits in validation on loihi (energy): those that are listed miss them by least."),
                remarks);
    }
}
