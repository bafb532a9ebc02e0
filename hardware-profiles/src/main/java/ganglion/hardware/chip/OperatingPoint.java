package ganglion.hardware.chip;

import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Clock and supply voltage of a device, where figures depend on them.
 *
 * @param clockHertz clock in hertz
 * @param volts supply voltage in volts
 */
public record OperatingPoint(OptionalDouble clockHertz, OptionalDouble volts) {

    /** Of a device whose figures hold at one point only. */
    public static final OperatingPoint FIXED = new OperatingPoint(OptionalDouble.empty(), OptionalDouble.empty());

    /** Human-readable, such as {@code 75 MHz, 0.55 V}; empty where nothing is known. */
    public String text() {
        List<String> parts = new ArrayList<>();
        clockHertz.ifPresent(hertz -> parts.add(QuantityFormat.format(hertz, Dimension.FREQUENCY)));
        volts.ifPresent(value -> parts.add(QuantityFormat.format(value, Dimension.VOLTAGE)));
        return String.join(", ", parts);
    }
}
