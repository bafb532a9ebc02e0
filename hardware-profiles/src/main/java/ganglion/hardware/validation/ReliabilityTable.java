package ganglion.hardware.validation;

import ganglion.hardware.figure.Reliability;
import ganglion.hardware.library.Reliabilities;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The table that {@link Reliabilities} reads. */
final class ReliabilityTable {

    private ReliabilityTable() {}

    static String of(ValidationResult validation) {
        return validation.devices().stream()
                .map(device -> row(device.profile().name(), device.reliability()))
                .collect(Collectors.joining("", Reliabilities.COLUMNS + "\n", ""));
    }

    private static String row(String profile, Reliability reliability) {
        return String.join(
                        ",",
                        profile,
                        reliability.grade().name(),
                        Integer.toString(reliability.heldOut()),
                        number(reliability.medianRatio()),
                        number(reliability.worstRatio()),
                        number(reliability.factor()))
                + "\n";
    }

    private static String number(OptionalDouble number) {
        return number.isPresent() ? String.format(Locale.ROOT, "%.4g", number.getAsDouble()) : "";
    }
}
