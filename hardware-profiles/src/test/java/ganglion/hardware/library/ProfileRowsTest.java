package ganglion.hardware.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.HardwareProfile.MemoryLevel;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.library.ProfileRows.Row;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProfileRowsTest {

    @Test
    void showsAFigureWithItsEvidence() throws ProfileException {
        Row energy = row("loihi", "energy", "synaptic operations");
        Row barrier = row("loihi", "time", "barrier of 32 tiles");

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

    /** Looks for figures in all that a profile is made of; how much a memory holds is no figure that is accounted with. */
    @Test
    void everyFigureOfAProfileHasOneRow() throws Exception {
        for (HardwareProfile profile : ProfileLibrary.builtIn()) {
            List<Figure> expected = new ArrayList<>();
            collect(profile, expected);
            List<Figure> found =
                    ProfileRows.of(profile).rows().stream().map(Row::figure).toList();

            assertEquals(sorted(expected), sorted(found), profile.name());
        }
    }

    private static List<String> sorted(List<Figure> figures) {
        return figures.stream().map(Figure::toString).sorted().toList();
    }

    private static void collect(Object part, List<Figure> figures) throws Exception {
        if (part instanceof Figure figure) {
            figures.add(figure);
        } else if (part instanceof Optional<?> optional && optional.isPresent()) {
            collect(optional.get(), figures);
        } else if (part instanceof Collection<?> all) {
            for (Object one : all) {
                collect(one, figures);
            }
        } else if (part instanceof Map<?, ?> map) {
            collect(map.values(), figures);
        } else if (part instanceof MemoryLevel level) {
            figures.add(level.access());
        } else if (part instanceof Record) {
            for (RecordComponent component : part.getClass().getRecordComponents()) {
                collect(component.getAccessor().invoke(part), figures);
            }
        }
    }

    @Test
    void saysWhatASettingAndAnIntervalAre() throws ProfileException {
        for (HardwareProfile profile : ProfileLibrary.builtIn()) {
            profile.figures().operatingPoint().clock().ifPresent(clock -> {
                String note = ProfileRows.of(profile).bySection().get("operating point").stream()
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
