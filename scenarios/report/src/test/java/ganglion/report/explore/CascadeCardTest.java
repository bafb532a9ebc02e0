package ganglion.report.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.scenario.explore.cascade.CascadeFindings;
import ganglion.scenario.explore.cascade.FoundCascade;
import org.junit.jupiter.api.Test;

final class CascadeCardTest {

    private final CascadeFindings findings = SampleCascades.findings();
    private final CascadeWords words = new CascadeWords(findings);

    @Test
    void theCardTellsWhatWinsAndWhyNothingDoes() {
        String page = ExplorationPage.of(SampleCascades.found());

        assertTrue(page.contains(">Cascades</h2>"));
        assertTrue(page.contains("At 1.0/h 1 cascade wins; stm32u575-trial-4 wakes stm32u575-trial-16 on yes"), page);
        assertTrue(
                page.contains("At 3600/h no cascade wins: in validation stm32u575-trial-16 alone decides for"), page);
        assertTrue(page.contains("loihi-as-it-is: does not keep pace"));
        assertTrue(page.contains("<svg"));
        assertFalse(page.contains(SampleExploration.HOSTILE), "not escaped");
        assertFalse(ExplorationPage.of(SampleExploration.found()).contains(">Cascades</h2>"));
    }

    @Test
    void aCommandMeasuresACascadeAgain() {
        FoundCascade first = findings.rates().get(0).best().get(0);

        assertEquals(
                "ganglion run front/stm32u575-trial-4/scenario.yaml --out stm32u575-trial-4",
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
    void theTestSetHasItsSay() {
        FoundCascade first = findings.rates().get(0).best().get(0);

        assertEquals(
                "on the test set no network alone does as well for as little",
                words.test(first, 1).orElseThrow());
        assertEquals("10.8", words.saving(first, 1), "both on one device: its error cancels");
    }
}
