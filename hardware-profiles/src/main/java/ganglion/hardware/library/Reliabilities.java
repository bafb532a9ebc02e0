package ganglion.hardware.library;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.figure.Figure.FigureKind;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.figure.Reliability.Grade;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * How far the estimates of each device can be trusted. What measurements say of the profiles that ship with Ganglion stands in
 * a table, which package {@code validation} makes, so that a run need not look at the measurements.
 */
public final class Reliabilities {

    /** The first line of the table. */
    public static final String COLUMNS = "profile,boundary,grade,held-out,median,worst,factor";

    private static final String RESOURCE = "/ganglion/hardware/validation/devices.csv";

    private Reliabilities() {}

    /** Reads the table on demand. */
    private static final class Holder {
        private static final Map<String, Map<Boundary, Reliability>> BY_PROFILE = read();
    }

    /**
     * How far to trust a profile, by boundary: what measurements say if it ships with Ganglion, and else what the kinds of its figures
     * say.
     */
    public static Map<Boundary, Reliability> of(HardwareProfile profile) {
        Map<Boundary, Reliability> measured = Holder.BY_PROFILE.get(ProfileReference.profileOf(profile.name()));
        if (measured != null && ProfileLibrary.ships(profile)) {
            return measured;
        }
        Reliability unvalidated = Reliability.unvalidated(gradeOfFigures(profile));
        return Boundary.each(profile.about().sister().isEmpty() ? unvalidated : unvalidated.lowered());
    }

    /** The grade of a profile without measurements: D if a figure of its totals is assumed, else C. */
    public static Grade gradeOfFigures(HardwareProfile profile) {
        return ProfileRows.of(profile).rows().stream()
                        .anyMatch(row -> row.inTotals() && row.figure().kind() == FigureKind.ASSUMED)
                ? Grade.D
                : Grade.C;
    }

    private static Map<String, Map<Boundary, Reliability>> read() {
        try (InputStream stream = Reliabilities.class.getResourceAsStream(RESOURCE)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .collect(Collectors.groupingBy(
                            cells -> cells[0], Collectors.toMap(Reliabilities::boundary, Reliabilities::reliability)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    private static Boundary boundary(String[] cells) {
        return Arrays.stream(Boundary.values())
                .filter(boundary -> boundary.word().equals(cells[1]))
                .findFirst()
                .orElseThrow();
    }

    private static Reliability reliability(String[] cells) {
        return new Reliability(
                Grade.valueOf(cells[2]),
                Integer.parseInt(cells[3]),
                number(cells[4]),
                number(cells[5]),
                number(cells[6]));
    }

    private static OptionalDouble number(String cell) {
        return cell.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell));
    }
}
