package ganglion.report.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.cascade.BreakEvenText;
import ganglion.scenario.explore.cascade.CascadeFinder;
import ganglion.scenario.explore.cascade.CascadeFindings;
import ganglion.scenario.explore.cascade.CascadeFindings.AtRate;
import ganglion.scenario.explore.cascade.CascadeStage;
import ganglion.scenario.explore.cascade.FoundCascade;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CascadeCardTest {

    private final CascadeFindings findings = SampleCascades.findings();
    private final CascadeWords words = new CascadeWords(findings);

    @Test
    void theCardTellsWhatWinsAndWhyNothingDoes() {
        String page = ExplorationPage.of(SampleCascades.found());

        assertTrue(page.contains(">Cascades</h2>"));
        assertTrue(page.contains("At 1.0/h, 1 cascade wins; stm32u575-trial-4 wakes stm32u575-trial-16 on yes"), page);
        assertTrue(
                page.contains("At 3600/h, no cascade wins: in validation stm32u575-trial-16 alone decides for"), page);
        assertTrue(page.contains("loihi-as-it-is: does not keep pace"));
        assertTrue(page.contains("<svg"));
        assertFalse(page.contains(SampleExploration.HOSTILE), "not escaped");
        assertFalse(ExplorationPage.of(SampleExploration.found()).contains(">Cascades</h2>"));
    }

    @Test
    void theCardTellsWhatItTakesForGranted() {
        String page = ExplorationPage.of(SampleCascades.found());

        assertTrue(page.contains("whether it holds both at once was not looked at"), page);
        assertTrue(page.contains("A wake and the hand-over take nothing"), page);
        CascadeFindings none = CascadeFinder.find(findings.wish(), List.of(), List.of(), true, 1);
        assertEquals(List.of(), new CascadeWords(none).granted());
    }

    @Test
    void whereNoPairHasTimeForBothThatIsTheReason() {
        List<CascadeStage> busy = findings.networks().stream()
                .filter(network -> network.profile().equals("stm32u575"))
                .map(SampleCascades::busy)
                .toList();
        CascadeFindings none = CascadeFinder.find(findings.wish(), busy, List.of(), true, 1);

        assertEquals(
                "no two networks that find the time for it name any event right together",
                new CascadeWords(none).reason(none.rates().get(0)));
    }

    @Test
    void ratesAreNeverInPowersOfTenBelowAThousand() {
        assertEquals("99/h", BreakEvenText.rate(99.4));
        assertEquals("100/h", BreakEvenText.rate(99.6));
        assertEquals("2706/h", BreakEvenText.rate(2706.3));
    }

    @Test
    void aCommandMeasuresACascadeAgain() {
        FoundCascade first = findings.rates().get(0).best().get(0);

        assertEquals(
                "ganglion run front/stm32u575-trial-4/scenario.yaml --keep-runs --out stm32u575-trial-4",
                words.commands(first).get(0));
        assertTrue(
                words.commands(first)
                        .get(2)
                        .startsWith(
                                "ganglion cascade stm32u575-trial-4 stm32u575-trial-16 --event yes --wake 'yes,<script>"),
                words.commands(first).get(2));
        assertTrue(words.commands(first).get(2).endsWith(" --boundary active"));
    }

    @Test
    void moreThanTheListShowsIsSaid() {
        FoundCascade first = findings.rates().get(0).best().get(0);
        AtRate more = new AtRate(1, List.of(first), List.of(first, first), Optional.empty());

        assertTrue(
                words.verdict(more)
                        .startsWith(
                                "At 1.0/h, 3 cascades win, 1 is listed, result.json has the others; stm32u575-trial-4 wakes"),
                words.verdict(more));
    }

    @Test
    void theTestSetHasItsSay() {
        FoundCascade first = findings.rates().get(0).best().get(0);

        assertEquals(
                "on the test set no network alone does as well for as little energy",
                words.test(first, 1).orElseThrow());
        assertEquals("10.8", words.saving(first, 1), "both on one device: its error cancels");
    }
}
