package ganglion.hardware.library;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.chip.OperatingPoint;
import ganglion.hardware.chip.OperatingPoint.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The operating point at which a device is wanted. What is left out stays as the profile has it.
 *
 * @param clockHertz clock in hertz, above 0
 * @param volts supply voltage in volts, above 0
 */
public record OperatingPointRequest(OptionalDouble clockHertz, OptionalDouble volts) {

    private static final int DIGITS = 12;

    /** As the profile has it. */
    public static final OperatingPointRequest OWN =
            new OperatingPointRequest(OptionalDouble.empty(), OptionalDouble.empty());

    /** What is asked for that a profile does not have anyway. */
    OperatingPointRequest beyond(OperatingPoint own) {
        return new OperatingPointRequest(
                clockHertz.equals(own.clockHertz()) ? OptionalDouble.empty() : clockHertz,
                volts.equals(own.volts()) ? OptionalDouble.empty() : volts);
    }

    /** Name of a device at this point: that of its profile, and what is asked for as {@link ProfileReference} has it. */
    String nameOf(String profile) {
        List<String> parts = new ArrayList<>();
        clockHertz.ifPresent(hertz -> parts.add(text(hertz, Dimension.FREQUENCY)));
        volts.ifPresent(value -> parts.add(text(value, Dimension.VOLTAGE)));
        return parts.isEmpty() ? profile : profile + "@" + String.join("-", parts);
    }

    private static String text(double value, Dimension dimension) {
        return dimension == Dimension.VOLTAGE
                ? QuantityFormat.format(value, "", DIGITS) + "V"
                : QuantityFormat.format(value, dimension.baseUnit(), DIGITS).replace(" ", "");
    }

    /** Why a device cannot run at this clock; empty if it can, or no clock is asked for. */
    public Optional<String> clockRefusal(OperatingPoint point) {
        return refusal(clockHertz, point.clock(), "clock", Dimension.FREQUENCY);
    }

    /** Why a device cannot run at this voltage; empty if it can, or no voltage is asked for. */
    public Optional<String> voltageRefusal(OperatingPoint point) {
        return refusal(volts, point.voltage(), "voltage", Dimension.VOLTAGE);
    }

    private static Optional<String> refusal(
            OptionalDouble wanted, Optional<Setting> setting, String what, Dimension dimension) {
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        String found = "found the " + what + " " + QuantityFormat.format(wanted.getAsDouble(), dimension);
        if (setting.isEmpty()) {
            return Optional.of(found + ", expected none: the profile gives its figures for no " + what);
        }
        double lowest = setting.get().lowest();
        double highest = setting.get().highest();
        if (wanted.getAsDouble() >= lowest && wanted.getAsDouble() <= highest) {
            return Optional.empty();
        }
        String range = lowest == highest
                ? QuantityFormat.format(lowest, dimension) + ", the only " + what + " that its figures hold for"
                : "one from " + QuantityFormat.format(lowest, dimension) + " to "
                        + QuantityFormat.format(highest, dimension) + ", where its figures are known to hold";
        return Optional.of(found + ", expected " + range);
    }
}
