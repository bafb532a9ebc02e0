package ganglion.hardware.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.library.ProfileRows.Row;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProfileRowsTest {

    @Test
    void showsAFigureWithItsEvidence() throws ProfileException {
        Row energy = row("loihi", "energy", "synaptic operations");
        Row barrier = row("loihi", "time-model", "barrier of 32 tiles");

        assertEquals("23.6 pJ", energy.figure().text());
        assertEquals("quoted", energy.figure().kind().word());
        assertTrue(
                energy.figure().source().endsWith(", Table 2"), energy.figure().source());
        assertEquals("marginal; the smallest value; pre-silicon", energy.note());
        assertEquals("465 ns", barrier.figure().text());
        assertEquals("", barrier.note());
    }

    private static Row row(String profile, String section, String name) throws ProfileException {
        return ProfileRows.of(ProfileLibrary.find(profile)).bySection().get(section).stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void namesEachFigureOfASectionDifferently() {
        for (HardwareProfile profile : ProfileLibrary.builtIn()) {
            ProfileRows.of(profile).bySection().forEach((section, rows) -> {
                Set<String> names = rows.stream().map(Row::name).collect(Collectors.toSet());
                assertEquals(rows.size(), names.size(), profile.name() + ", " + section);
            });
        }
    }

    @Test
    void saysWhatAnEnergyHolds() throws ProfileException {
        Row step = row("xylo-audio-3", "energy", "network steps");

        assertTrue(step.note().startsWith("marginal, with synaptic operations, neuron updates, active"), step.note());
    }

    @Test
    void saysWhatASettingAndAnIntervalAre() throws ProfileException {
        for (HardwareProfile profile : ProfileLibrary.builtIn()) {
            profile.figures().operatingPoint().clock().ifPresent(clock -> {
                String note = ProfileRows.of(profile).bySection().get("operating-point").stream()
                        .filter(row -> row.name().equals("clock"))
                        .findFirst()
                        .orElseThrow()
                        .note();
                assertEquals(clock.lowest() == clock.highest(), note.startsWith("fixed"), profile.name());
            });
            ProfileRows.of(profile).rows().stream()
                    .filter(row -> row.figure().interval().isPresent())
                    .forEach(row -> assertTrue(row.note().matches("(?s)(.*; )?from .+ to .+"), row.toString()));
        }
    }
}
