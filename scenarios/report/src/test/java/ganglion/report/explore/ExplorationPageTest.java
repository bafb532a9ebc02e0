package ganglion.report.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.scenario.explore.Exploration;
import ganglion.scenario.explore.FrontPoint;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ExplorationPageTest {

    private static final Exploration FOUND = SampleExploration.found();
    private static final String PAGE = ExplorationPage.of(FOUND);

    @Test
    void eachPointIsDrawnAndLeadsToItsFiguresAndItsCommand() {
        assertEquals(10, FOUND.points().size() + FOUND.reference().size());
        for (FrontPoint point : new FoundFronts(FOUND).all()) {
            String id = "point-" + point.name();
            assertEquals(
                    2, count("<a href=\"#" + id + "\" aria-label"), "in the drawing of all devices and in its own");
            assertEquals(1, count("id=\"" + id + "\""));
            assertTrue(PAGE.contains("<code>ganglion run front/" + point.name() + "/scenario.yaml</code>"));
            assertTrue(PAGE.contains("<a href=\"front/" + point.name() + "/\">"));
        }
    }

    @Test
    void textFromOutsideIsEscaped() {
        assertFalse(PAGE.contains(SampleExploration.HOSTILE));
        assertTrue(PAGE.contains("&lt;script&gt;alert(&#39;x&#39;)"));
    }

    @Test
    void thePointIsChosenInValidationAndToldByTheTestSet() {
        List<String> lines = Headline.of(new FoundFronts(FOUND));

        assertEquals(
                "loihi: loihi-trial-8 takes 1.5 times less energy and is 0.8 points more accurate than the network made by hand"
                        + " (83.3 %, that 82.5 %) on the test set.",
                lines.get(0));
    }

    @Test
    void pointsAreComparedWithTheMostAccurateNetworkMadeByHandOfTheirDevice() {
        Exploration comparing = SampleExploration.comparing();
        FoundFronts found = new FoundFronts(comparing);
        List<String> lines = Headline.of(found);

        assertTrue(
                lines.get(0).contains(" accurate than words.yaml, the most accurate network made by hand ("),
                lines.get(0));
        assertTrue(lines.get(1).contains(" numbers<.yaml, the most accurate network made by hand"), lines.get(1));
        assertEquals(
                "stm32u575-numbers", found.reference("stm32u575").orElseThrow().name());
        String page = ExplorationPage.of(comparing);
        for (String byHand : List.of("loihi-as-it-is", "stm32u575-as-it-is", "stm32u575-numbers")) {
            String link = "<a href=\"#point-" + byHand + "\" aria-label";
            assertEquals(3, page.split(Pattern.quote(link), -1).length, "drawn twice: " + byHand);
        }
        assertTrue(page.contains("<h3>words.yaml, made by hand, on stm32u575</h3>"));
        assertTrue(page.contains("<h3>numbers&lt;.yaml, made by hand, on stm32u575</h3>"));
        assertTrue(page.contains("numbers&lt;.yaml does not fit loihi: it takes no numbers."));
        assertFalse(page.contains("numbers<.yaml"));
        assertFalse(page.contains("trial -1"));
    }

    @Test
    void aDeviceThatNothingFitsIsNamedWithTheReason() {
        List<String> lines = Headline.of(new FoundFronts(FOUND));

        assertEquals(3, lines.size());
        assertEquals("tiny: no network that was trained fits; of the first: 2 inputs are too many.", lines.get(2));
        assertFalse(PAGE.contains("data-name=\"tiny\""));
    }

    @Test
    void anAccuracyThatIsNotClearlyAboveTheBaselineIsDoubted() {
        String doubt = "that it is better than that is not shown";
        assertFalse(PAGE.contains(doubt));

        // Of 4 samples the baseline decides all rightly.
        assertTrue(ExplorationPage.of(SampleExploration.found(18, 4)).contains(doubt));
    }

    @Test
    void trialsInValidationAreNotTakenForTested() {
        assertTrue(PAGE.contains("accuracy on the test set"));
        String untested = ExplorationPage.of(SampleExploration.found(18, 0));

        assertFalse(untested.contains("accuracy on the test set"));
        assertFalse(untested.contains(">naive baseline<"));
        assertTrue(untested.contains("the experiment has no test set"));
    }

    @Test
    void limitsAndTheBaselineAreDrawn() {
        for (String name : List.of("at least 60.0 %", "below 20 \u00b5J", "naive baseline")) {
            assertEquals(3, count(">" + name + "</text>"), name);
        }
    }

    @Test
    void aPointWhoseErrorIsUnknownIsSaidToHaveNone() {
        PointFigures known = figures("loihi-trial-8");
        PointFigures unknown = figures("stm32u575-trial-8");

        assertEquals(known.joules().orElseThrow() * 1.6, known.energyInterval().orElseThrow()[1], 1e-18);
        assertTrue(unknown.energyInterval().isEmpty());
        assertTrue(PAGE.contains("how far that is off is unknown"));
    }

    @Test
    void theNextRoundIsSaid() {
        assertTrue(PAGE.contains(
                "the next round would begin with 9 new networks for 3 epochs, and go on with one in 3 of them"));
    }

    @Test
    void aRoundThatTheBudgetCutIsSaidToBeMadeWholeFirst() {
        assertFalse(PAGE.contains("made whole first"));
        assertTrue(ExplorationPage.of(SampleExploration.found(12, 40))
                .contains(
                        "The last round had budget for 3 of its 5 networks: with more it would be made whole first."));
    }

    @Test
    void whatMakesTheChoiceDoubtfulIsSaid() {
        assertTrue(PAGE.contains("No point keeps all limits in validation on stm32u575"));
    }

    @Test
    void aSearchThatEndedEarlyHasAPageToo() {
        Exploration found = SampleExploration.found(0, 40);
        Exploration stopped = new Exploration(
                found.search(),
                found.trials(),
                found.reference(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                found.classes(),
                found.samples(),
                false,
                1);
        String page = ExplorationPage.of(stopped);

        assertTrue(page.contains("was stopped before its budget was used up"));
        assertTrue(page.contains("loihi: no network was trained with all seeds."));
        assertFalse(page.contains(">What matters</h2>"));
    }

    private static PointFigures figures(String name) {
        return new PointFigures(FOUND.points().stream()
                .filter(point -> point.name().equals(name))
                .findFirst()
                .orElseThrow());
    }

    private static long count(String text) {
        return Pattern.compile(Pattern.quote(text)).matcher(PAGE).results().count();
    }
}
