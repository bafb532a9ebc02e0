package ganglion.hardware.chip;

import ganglion.hardware.figure.Figure;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Clock and supply voltage of a device, where figures depend on them, and how many inputs it computes at once.
 *
 * @param clock in hertz, where figures are given for one clock
 * @param voltage of the supply, in volts, where figures are given for one voltage
 * @param batch inputs that one call of a processor computes, for which it reads weights once; 1 or more
 */
public record OperatingPoint(Optional<Setting> clock, Optional<Setting> voltage, int batch) {

    /** Of a device whose figures hold at one point only. */
    public static final OperatingPoint FIXED = new OperatingPoint(Optional.empty(), Optional.empty(), 1);

    /**
     * A clock or a voltage.
     *
     * @param figure the value that the figures of the profile hold for
     * @param lowest from where the laws of its figures are known to hold, in the figure's base unit
     * @param highest up to where they are
     */
    public record Setting(Figure figure, double lowest, double highest) {

        /** @throws IllegalArgumentException if the value is outside the range, or not above 0 */
        public Setting {
            if (!(lowest > 0 && lowest <= figure.value() && figure.value() <= highest)) {
                throw new IllegalArgumentException(
                        "found " + figure.text() + ", expected a value above 0 from " + lowest + " to " + highest);
            }
        }
    }

    /** Clock in hertz, where it is known. */
    public OptionalDouble clockHertz() {
        return value(clock);
    }

    /** Supply voltage in volts, where it is known. */
    public OptionalDouble volts() {
        return value(voltage);
    }

    /** Human-readable, such as {@code 75 MHz, 0.55 V}; empty where nothing is known. */
    public String text() {
        return Stream.concat(
                        Stream.of(clock, voltage)
                                .flatMap(Optional::stream)
                                .map(setting -> setting.figure().text()),
                        batch == 1 ? Stream.empty() : Stream.of("batches of " + batch))
                .collect(Collectors.joining(", "));
    }

    private static OptionalDouble value(Optional<Setting> setting) {
        return setting.map(known -> OptionalDouble.of(known.figure().value())).orElse(OptionalDouble.empty());
    }
}
