package ganglion.scenario.explore.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.scenario.explore.strategy.Brackets;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Forecasts of searches whose trainings take imagined times. */
class OutlookTest {

    private double now = 1000;

    private Outlook outlook(OptionalDouble budget, double before, int threads) {
        return new Outlook(new Elapsed(before, budget, () -> now), threads);
    }

    @Test
    void ofABudgetInTimeTheRestIsLeftFromTheBeginning() {
        Outlook outlook = outlook(OptionalDouble.of(600), 60, 2);
        assertEquals(OptionalDouble.of(540), outlook.secondsLeft(1e6));

        now += 240;
        outlook.trained(1, 200);

        assertEquals(OptionalDouble.of(300), outlook.secondsLeft(1e6));
        assertEquals(0.5, outlook.share(1e6));
        now += 400;
        assertEquals(OptionalDouble.of(0), outlook.secondsLeft(1e6));
        assertEquals(1, outlook.share(1e6));
    }

    @Test
    void theLastTrainingsAreToldByWhatTrainingsTookEvenIfTheBudgetIsOver() {
        Outlook outlook = outlook(OptionalDouble.of(600), 0, 2);
        now += 900;
        outlook.trained(10, 300);

        assertEquals(OptionalDouble.of(600), outlook.secondsOf(40));
    }

    @Test
    void ofABudgetInTrialsNothingIsKnownBeforeATrainingHasEnded() {
        Outlook outlook = outlook(OptionalDouble.empty(), 0, 2);
        now += 50;
        assertEquals(OptionalDouble.empty(), outlook.secondsLeft(100));
        assertEquals(0, outlook.share(100));

        outlook.trained(10, 50);

        assertEquals(OptionalDouble.of(250), outlook.secondsLeft(100));
        assertEquals(0.1, outlook.share(90));
    }

    @Test
    void epochsThatWereTrainedBeforeCountAsDoneAndNotAsFast() throws Exception {
        Outlook outlook = outlook(OptionalDouble.empty(), 70, 1);
        outlook.known(30);
        assertEquals("known", outlook.timed(0, () -> "known"));
        assertEquals(OptionalDouble.empty(), outlook.secondsLeft(60));

        outlook.timed(10, () -> now += 20);

        assertEquals(OptionalDouble.of(120), outlook.secondsLeft(60));
        assertEquals(0.4, outlook.share(60));
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
