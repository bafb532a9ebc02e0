package ganglion.hardware.library;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.figure.Figure.FigureKind;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.figure.Reliability.Grade;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * How far the estimates of each device can be trusted. What measurements say of the profiles that ship with Ganglion stands in
 * a table, which package {@code validation} makes, so that a run need not look at the measurements.
 */
public final class Reliabilities {

    /** The first line of the table. */
    public static final String COLUMNS = "profile,grade,held-out,median,worst,factor";

    private static final String RESOURCE = "/ganglion/hardware/validation/devices.csv";

    private Reliabilities() {}

    /** Reads the table on demand. */
    private static final class Holder {
        private static final Map<String, Reliability> BY_PROFILE = read();
    }

    /** How far to trust a profile: what measurements say if it ships with Ganglion, and else what the kinds of its figures say. */
    public static Reliability of(HardwareProfile profile) {
        Reliability measured = Holder.BY_PROFILE.get(ProfileReference.profileOf(profile.name()));
        return measured != null && ProfileLibrary.ships(profile)
                ? measured
                : Reliability.unvalidated(gradeOfFigures(profile));
    }

    /** The grade of a profile without measurements: D if a figure of its totals is assumed, else C. */
    public static Grade gradeOfFigures(HardwareProfile profile) {
        return ProfileRows.of(profile).rows().stream()
                        .anyMatch(row -> row.inTotals() && row.figure().kind() == FigureKind.ASSUMED)
                ? Grade.D
                : Grade.C;
    }

    private static Map<String, Reliability> read() {
        try (InputStream stream = Reliabilities.class.getResourceAsStream(RESOURCE)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .collect(Collectors.toMap(cells -> cells[0], Reliabilities::reliability));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    private static Reliability reliability(String[] cells) {
        return new Reliability(
                Grade.valueOf(cells[1]),
                Integer.parseInt(cells[2]),
                number(cells[3]),
                number(cells[4]),
                number(cells[5]));
    }

    private static OptionalDouble number(String cell) {
        return cell.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(cell));
    }
}
