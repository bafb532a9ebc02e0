package ganglion.hardware.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.text.ProfileRows.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileRowsTest {

    @Test
    void showsAFigureWithItsEvidence() throws ProfileException {
        ProfileRows sheet = ProfileRows.of(ProfileLibrary.find("loihi"));

        assertTrue(sheet.rows()
                .contains(new Row(
                        "energy",
                        "synaptic operations",
                        "23.6 pJ",
                        "published",
                        "Davies et al. 2018, IEEE Micro 38(1), Table 2",
                        "marginal; from 23.6 pJ to 35.5 pJ; the smallest value, pre-silicon; the upper end is SANA-FE's fit"
                                + " for dense synapses")));
        assertTrue(sheet.rows()
                .contains(new Row(
                        "time",
                        "barrier of 32 tiles",
                        "465 ns",
                        "published",
                        "Davies et al. 2018, IEEE Micro 38(1), Table 2",
                        "")));
    }

    @Test
    void hasARowForEveryFigureOfEveryShippedProfile() {
        for (HardwareProfile profile : ProfileLibrary.builtIn()) {
            List<Row> rows = ProfileRows.of(profile).rows();

            assertEquals(profile.energy().size(), count(rows, "energy"), profile.name());
            assertEquals(profile.measurements().size(), count(rows, "measurements"), profile.name());
            assertTrue(count(rows, "time") >= profile.time().size(), profile.name());
            rows.forEach(
                    row -> assertFalse(row.value().isBlank() || row.source().isBlank(), row.toString()));
        }
    }

    @Test
    void saysWhatAnEnergyHolds() throws ProfileException {
        Row step = ProfileRows.of(ProfileLibrary.find("xylo-audio-2")).rows().stream()
                .filter(row -> row.name().equals("network steps"))
                .findFirst()
                .orElseThrow();

        assertTrue(step.note().startsWith("marginal, with synaptic operations, neuron updates, active"), step.note());
    }

    private static long count(List<Row> rows, String section) {
        return rows.stream().filter(row -> row.section().equals(section)).count();
    }
}
