package ganglion.hardware.library;

import static ganglion.documents.key.Types.number;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.hardware.library.OperatingPointKeys.PointScale;
import java.util.ArrayList;
import java.util.List;

/**
 * How a figure follows the operating point: it grows with these powers of clock and voltage.
 *
 * @param clock exponent of the clock; 0 where the figure does not depend on it
 * @param voltage exponent of the voltage
 */
record Scales(double clock, double voltage) {

    private static final Key<Double> CLOCK = Key.of("clock", number().from(-4).to(4))
            .says("Exponent of the clock: 1 for a power that grows with it, -1 for a time that shrinks with it.")
            .byDefault(0.0)
            .example(1);
    private static final Key<Double> VOLTAGE = Key.of(
                    "voltage", number().from(-4).to(4))
            .says("Exponent of the supply voltage: 2 for the energy of switching.")
            .byDefault(0.0)
            .example(2);

    static final Key<Scales> KEY = Key.of(
                    "scales",
                    Shape.ofRecord("exponents of clock and voltage", Scales.class, CLOCK, VOLTAGE)
                            .atLeastKeys(1)
                            .named("scales"))
            .says("How the value follows the operating point, where a scenario sets another one: it is multiplied by"
                    + " the ratio of the clocks, and of the voltages, to these powers. Left out, it does not"
                    + " change.")
            .exampleText("{clock: 1, voltage: 2}");

    /** Notes at a figure that it follows a clock or a voltage which the profile does not have. */
    void check(Place figure, PointScale point) {
        if (clock != 0 && point.own().clock().isEmpty()) {
            CLOCK.at(KEY.at(figure)).problem("found a law of the clock, expected a clock in operating-point");
        }
        if (voltage != 0 && point.own().voltage().isEmpty()) {
            VOLTAGE.at(KEY.at(figure)).problem("found a law of the voltage, expected a voltage in operating-point");
        }
    }

    /** Human-readable: {@code clock x voltage^2}. */
    String text() {
        List<String> parts = new ArrayList<>();
        addTo(parts, "clock", clock);
        addTo(parts, "voltage", voltage);
        return String.join(" x ", parts);
    }

    private static void addTo(List<String> parts, String what, double exponent) {
        if (exponent != 0) {
            String number =
                    exponent == Math.rint(exponent) ? String.valueOf((long) exponent) : String.valueOf(exponent);
            parts.add(exponent == 1 ? what : what + "^" + number);
        }
    }
}
