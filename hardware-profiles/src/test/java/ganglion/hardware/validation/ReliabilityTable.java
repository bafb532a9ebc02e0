package ganglion.hardware.validation;

import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.library.Reliabilities;
import ganglion.hardware.validation.ValidationResult.DeviceValidation;
import java.util.Locale;
import java.util.OptionalDouble;

/** The table that {@link Reliabilities} reads. */
final class ReliabilityTable {

    private ReliabilityTable() {}

    static String of(ValidationResult validation) {
        StringBuilder table = new StringBuilder(Reliabilities.COLUMNS + "\n");
        for (DeviceValidation device : validation.devices().stream()
                .filter(each -> each.profile().about().sister().isEmpty())
                .toList()) {
            for (Boundary boundary : Boundary.values()) {
                Reliability found = device.reliability().get(boundary);
                table.append(String.join(
                                ",",
                                device.profile().name(),
                                boundary.word(),
                                found.grade().name(),
                                Integer.toString(found.heldOut()),
                                number(found.medianRatio()),
                                number(found.worstRatio()),
                                number(found.factor())))
                        .append('\n');
            }
        }
        return table.toString();
    }

    private static String number(OptionalDouble number) {
        return number.isPresent() ? String.format(Locale.ROOT, "%.4g", number.getAsDouble()) : "";
    }
}
