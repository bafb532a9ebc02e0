package ganglion.hardware.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.figure.Figure.FigureKind;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.library.ProfileRows;
import ganglion.hardware.validation.ValidationCases.PublishedCase;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A fitted figure says which measurements it was fitted to, and no more of them play a part than there are such figures. */
class FittedFiguresTest {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    private final List<PublishedCase> cases = ValidationCases.shipped().published();

    private static List<ProfileRows.Row> fitted(HardwareProfile profile) {
        return ProfileRows.of(profile).rows().stream()
                .filter(row -> row.figure().kind() == FigureKind.FITTED)
                .toList();
    }

    private Set<String> calibrating(HardwareProfile profile) {
        return cases.stream()
                .filter(found -> found.device().profile().equals(profile.name()))
                .filter(found -> found.evidence().role() == ValidationCase.Role.CALIBRATES)
                .map(PublishedCase::name)
                .collect(Collectors.toSet());
    }

    @Test
    void nameTheMeasurementsThatTheyAreFrom() {
        for (HardwareProfile profile : ProfileLibrary.builtIn()) {
            Set<String> known = calibrating(profile);
            Set<String> named = fitted(profile).stream()
                    .flatMap(row -> names(row.figure().note()))
                    .collect(Collectors.toSet());

            assertTrue(known.containsAll(named), profile.name() + ": " + named);
            assertEquals(fitted(profile).isEmpty(), named.isEmpty(), profile.name());
        }
    }

    private static Stream<String> names(String note) {
        return QUOTED.matcher(note).results().map((MatchResult found) -> found.group(1));
    }

    /** A sum of figures counts as many as it has notes of fits. */
    @Test
    void areAtLeastAsManyAsTheMeasurementsThatCalibrate() {
        for (HardwareProfile profile : ProfileLibrary.builtIn()) {
            long figures = fitted(profile).stream()
                    .mapToLong(row -> row.figure().note().split(" \\+ ").length)
                    .sum();
            assertTrue(figures == 0 || calibrating(profile).size() <= figures, profile.name());
        }
    }
}
