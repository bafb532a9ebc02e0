package ganglion.hardware.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.cost.LayeredCosting;
import ganglion.hardware.layered.ActivityKeys;
import ganglion.hardware.layered.ActivityNetwork;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.validation.PublishedEnergies.PaperRow;
import ganglion.hardware.validation.PublishedEnergies.PaperTable;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Energies of papers follow from their own counts, and the page is what the code makes of them. */
class PublishedEnergiesTest {

    private static final Path PROJECT = Path.of("..");

    @Test
    void whatPapersClaimFollowsFromTheirCountsWithinTwoPercent() throws Exception {
        PublishedEnergies published = PublishedEnergies.read(PROJECT);

        assertTrue(published.tables().size() >= 10);
        for (PaperTable table : published.tables()) {
            for (PaperRow row : table.rows()) {
                assertEquals(
                        row.claimed(), table.asPapersCount(row), 0.02 * row.claimed(), table.source() + row.network());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"sew-resnet-18, 13.10e-3", "spikingformer-8-512, 7.463502601886196e-3"})
    void activityFilesOfPapersGiveTheirEnergy(String name, double claimed) throws Exception {
        ActivityNetwork network =
                ActivityKeys.read(PROJECT.resolve("scenarios/gallery/published-networks/" + name + ".json"));

        double joules = LayeredCosting.cost(network, ProfileLibrary.find("papers-45nm"))
                .energy()
                .knownDynamicJoules();

        assertEquals(claimed, joules, 0.02 * claimed);
    }

    @Test
    void thePageIsWhatTheCodeMakes() throws Exception {
        assertEquals(
                Files.readString(PROJECT.resolve("docs/published-energies.md")),
                PublishedEnergies.read(PROJECT).page(),
                "run ganglion.hardware.validation.PublishedEnergies");
    }
}
