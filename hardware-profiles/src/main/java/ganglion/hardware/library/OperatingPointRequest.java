package ganglion.hardware.library;

import static ganglion.documents.key.Types.hertz;
import static ganglion.documents.key.Types.integer;

import ganglion.documents.key.Key;
import ganglion.documents.key.Types;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.chip.HardwareProfile;
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
 * @param batch inputs that one call of a processor computes; 1 or more
 */
public record OperatingPointRequest(OptionalDouble clockHertz, OptionalDouble volts, int batch) {

    /** Asks for clock, voltage and batch, wherever a document names a device. */
    public static final Key<Double> CLOCK = Key.of("clock", hertz())
            .says(
                    "Clock of the device, within the range that its profile gives. Left out, the profile's own. The device is"
                            + " then named with it, as in odin@1.3MHz.")
            .example("1.3 MHz");

    /** The key of the voltage. */
    public static final Key<Double> VOLTAGE = Key.of("voltage", Types.volts())
            .says(
                    "Supply voltage of the device, within the range that its profile gives. Left out, the profile's own. The"
                            + " device is then named with it, as in truenorth@0.75V.")
            .example("0.75 V");

    /** The key of the batch. */
    public static final Key<Integer> BATCH = Key.of("batch", integer().from(1).to(1_000_000))
            .says(
                    "Inputs that one call of a processor computes, for which it reads weights once. Time and energy are those of"
                            + " one of them. More than one are in the name of the device, as in rtx-3090@batch16.")
            .byDefault(1)
            .example(16);

    private static final int DIGITS = 12;

    /** As the profile has it. */
    public static final OperatingPointRequest OWN =
            new OperatingPointRequest(OptionalDouble.empty(), OptionalDouble.empty(), 1);

    /** What the keys of an object ask for; where it has none, another request does. */
    public static OperatingPointRequest in(Place place, OperatingPointRequest otherwise) {
        return new OperatingPointRequest(
                CLOCK.find(place).map(OptionalDouble::of).orElse(otherwise.clockHertz),
                VOLTAGE.find(place).map(OptionalDouble::of).orElse(otherwise.volts),
                BATCH.find(place).orElse(otherwise.batch));
    }

    /** What is asked for that a profile does not have anyway. */
    OperatingPointRequest beyond(OperatingPoint own) {
        return new OperatingPointRequest(
                clockHertz.equals(own.clockHertz()) ? OptionalDouble.empty() : clockHertz,
                volts.equals(own.volts()) ? OptionalDouble.empty() : volts,
                batch);
    }

    /** Name of a device at this point: that of its profile, and what is asked for as {@link ProfileReference} has it. */
    String nameOf(String profile) {
        List<String> parts = new ArrayList<>();
        clockHertz.ifPresent(hertz -> parts.add(text(hertz, Dimension.FREQUENCY)));
        volts.ifPresent(value -> parts.add(text(value, Dimension.VOLTAGE)));
        if (batch > 1) {
            parts.add("batch" + batch);
        }
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

    /** Why a device cannot compute as many inputs at once; empty if it can, or one is asked for. */
    public Optional<String> batchRefusal(HardwareProfile device) {
        boolean timed = device.conventional()
                .processor()
                .filter(processor -> !processor.formats().isEmpty())
                .isPresent();
        return batch == 1 || timed
                ? Optional.empty()
                : Optional.of("found batches of " + batch + ", expected 1: " + device.name()
                        + " is no processor with times of dense layers");
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
