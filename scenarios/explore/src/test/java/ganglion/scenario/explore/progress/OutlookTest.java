package ganglion.scenario.explore.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.scenario.explore.strategy.Brackets;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Forecasts of searches whose trainings take imagined times. */
class OutlookTest {

    private double now = 1000;

    private Outlook outlook(OptionalDouble budget, double before, int threads) {
        return new Outlook(new Elapsed(before, budget, () -> now), threads, 100);
    }

    private static WorkAhead epochs(double epochs) {
        return new WorkAhead(epochs, 0);
    }

    @Test
    void savingIsToldByTheSamplesOfTrialsAndThenByWhatItTook() throws Exception {
        Outlook outlook = outlook(OptionalDouble.empty(), 0, 2);
        outlook.trained(10, 50);
        assertEquals(OptionalDouble.of(25), outlook.secondsOf(new WorkAhead(10, 4)));

        outlook.judged(20, 10);
        assertEquals(OptionalDouble.of(25 + 100), outlook.secondsOf(new WorkAhead(10, 4)));
        assertEquals(0.2, outlook.share(new WorkAhead(0, 4)));

        outlook.saved(() -> now += 30);
        assertEquals(OptionalDouble.of(25 + 45), outlook.secondsOf(new WorkAhead(10, 3)));
        assertEquals(80.0 / 170, outlook.share(new WorkAhead(0, 3)));
    }

    @Test
    void savingComesOnTopOfABudgetInTime() {
        Outlook outlook = outlook(OptionalDouble.of(600), 0, 2);
        outlook.judged(1, 1);

        assertEquals(OptionalDouble.of(600 + 150), outlook.secondsLeft(new WorkAhead(1e6, 3)));
    }

    @Test
    void theShareThatIsDoneNeverDecreases() {
        Outlook outlook = outlook(OptionalDouble.empty(), 0, 1);
        outlook.trained(10, 50);

        assertEquals(0.5, outlook.share(epochs(10)));
        assertEquals(0.5, outlook.shareOfLast(epochs(30)));
        outlook.trained(30, 150);
        assertEquals(1, outlook.shareOfLast(epochs(0)));
    }

    @Test
    void theLastTrainingsOfABudgetInTimeEndTheSearch() {
        Outlook outlook = outlook(OptionalDouble.of(600), 0, 1);
        now += 240;
        outlook.trained(10, 240);
        assertEquals(0.4, outlook.share(epochs(5)));

        assertEquals(240.0 / 360, outlook.shareOfLast(epochs(5)), 1e-12);
        now += 120;
        assertEquals(1, outlook.shareOfLast(epochs(0)));
    }

    @Test
    void ofABudgetInTimeTheRestIsLeftFromTheBeginning() {
        Outlook outlook = outlook(OptionalDouble.of(600), 60, 2);
        assertEquals(OptionalDouble.of(540), outlook.secondsLeft(epochs(1e6)));

        now += 240;
        outlook.trained(1, 200);

        assertEquals(OptionalDouble.of(300), outlook.secondsLeft(epochs(1e6)));
        assertEquals(0.5, outlook.share(epochs(1e6)));
        now += 400;
        assertEquals(OptionalDouble.of(0), outlook.secondsLeft(epochs(1e6)));
        assertEquals(1, outlook.share(epochs(1e6)));
    }

    @Test
    void theLastTrainingsAreToldByWhatTrainingsTookEvenIfTheBudgetIsOver() {
        Outlook outlook = outlook(OptionalDouble.of(600), 0, 2);
        now += 900;
        outlook.trained(10, 300);

        assertEquals(OptionalDouble.of(600), outlook.secondsOf(epochs(40)));
    }

    @Test
    void ofABudgetInTrialsNothingIsKnownBeforeATrainingHasEnded() {
        Outlook outlook = outlook(OptionalDouble.empty(), 0, 2);
        now += 50;
        assertEquals(OptionalDouble.empty(), outlook.secondsLeft(epochs(100)));
        assertEquals(0, outlook.share(epochs(100)));

        outlook.trained(10, 50);

        assertEquals(OptionalDouble.of(250), outlook.secondsLeft(epochs(100)));
        assertEquals(0.1, outlook.share(epochs(90)));
    }

    @Test
    void epochsThatWereTrainedBeforeCountAsDoneAndNotAsFast() throws Exception {
        Outlook outlook = outlook(OptionalDouble.empty(), 70, 1);
        outlook.known(30);
        assertEquals("known", outlook.timed(0, () -> "known"));
        assertEquals(OptionalDouble.empty(), outlook.secondsLeft(epochs(60)));

        outlook.timed(10, () -> now += 20);

        assertEquals(OptionalDouble.of(120), outlook.secondsLeft(epochs(60)));
        assertEquals(0.4, outlook.share(epochs(60)));
    }

    /** The first rounds of three stages begin with nine, five and three networks. */
    @Test
    void whatIsAheadIsWhatTheRoundsOfHyperbandTake() {
        Brackets brackets = new Brackets(3, 3);
        List<Integer> ends = List.of(2, 6, 18);

        assertEquals(new TrialsAhead(3 * 4 + 12, 1), TrialsAhead.restOfRound(brackets, ends, 1, 9, 0));
        assertEquals(new TrialsAhead(3 * 4 + 3 * 12, 3), TrialsAhead.restOfRound(brackets, ends, 3, 9, 0));
        assertEquals(new TrialsAhead(0, 3), TrialsAhead.restOfRound(brackets, ends, 1, 3, 2));
        assertEquals(
                new TrialsAhead(9 * 2 + 3 * 4 + 12 + 5 * 6 + 12 + 2 * 18, 1 + 1 + 2),
                TrialsAhead.rounds(brackets, ends, 1, 0, 16));
        assertEquals(TrialsAhead.NONE, TrialsAhead.rounds(brackets, ends, 1, 1, 0));
    }
}
