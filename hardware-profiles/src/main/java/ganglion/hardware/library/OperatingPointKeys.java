package ganglion.hardware.library;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.hardware.chip.OperatingPoint;
import ganglion.hardware.chip.OperatingPoint.Setting;
import ganglion.hardware.figure.Figure;
import java.util.Optional;
import java.util.OptionalDouble;

/** The keys of the operating point that the figures of a profile are given for. */
final class OperatingPointKeys {

    private static final Key<Setting> CLOCK = Key.of(
                    "clock", setting(Dimension.FREQUENCY, "frequency", "120 MHz", "24 MHz"))
            .says("Clock. Times in cycles follow it, and what has it in scales.")
            .exampleText("{value: 120 MHz, from: 24 MHz, to: 120 MHz, kind: published, source: st-2024}");
    private static final Key<Setting> VOLTAGE = Key.of(
                    "voltage", setting(Dimension.VOLTAGE, "voltage", "1.8 V", "1.7 V"))
            .says("Supply voltage. What has it in scales follows it.")
            .exampleText("{value: 1.8 V, kind: published, source: st-2024}");

    static final Key<OperatingPoint> POINT = Key.of(
                    "operating-point",
                    Shape.of(
                                    "an object with clock or voltage",
                                    place -> new OperatingPoint(CLOCK.find(place), VOLTAGE.find(place), 1),
                                    CLOCK,
                                    VOLTAGE)
                            .atLeastKeys(1))
            .says(
                    "Clock and supply voltage that the figures are given for. A scenario may set others, within the range that"
                            + " is given here.")
            .byDefault(OperatingPoint.FIXED, null)
            .exampleText("{clock: {value: 75 MHz, from: 1 MHz, to: 75 MHz, kind: published, source: frenkel-2019}}");

    private OperatingPointKeys() {}

    private static Shape<Setting> setting(Dimension dimension, String definition, String example, String lowest) {
        Key<FigureValue> value = FigureKeys.value(FigureValue.quantity(definition, dimension), example);
        Key<FigureValue> from = Key.of("from", FigureValue.quantity(definition, dimension))
                .says(
                        "The lowest value at which the profile's figures and their laws are known to hold. Left out, it is the"
                                + " value.")
                .example(lowest);
        Key<FigureValue> to = Key.of("to", FigureValue.quantity(definition, dimension))
                .says("The highest such value. Left out, it is the value.")
                .example(example);
        return Shape.of(
                        "a figure with value, kind and source",
                        place -> {
                            Figure figure = FigureKeys.plain(place, value);
                            return checked(
                                    place,
                                    figure,
                                    from.find(place).map(FigureValue::number).orElse(figure.value()),
                                    to.find(place).map(FigureValue::number).orElse(figure.value()));
                        },
                        value,
                        from,
                        to,
                        FigureKeys.KIND,
                        FigureKeys.SOURCE,
                        FigureKeys.AT,
                        FigureKeys.NOTE)
                .named(definition + "-setting");
    }

    private static Setting checked(Place place, Figure figure, double lowest, double highest) {
        try {
            return new Setting(figure, lowest, highest);
        } catch (IllegalArgumentException e) {
            place.problem("found " + figure.text() + ", expected a value above 0 within its range from and to");
            Figure one = new Figure(
                    "1", 1, figure.dimension(), figure.kind(), figure.source(), figure.note(), Optional.empty());
            return new Setting(one, 1, 1);
        }
    }

    /** The way from the point of a document to the one that is asked for, which must be possible. */
    static PointScale scale(Place root) {
        OperatingPoint own = POINT.in(root);
        OperatingPointRequest request =
                root.reading().context(OperatingPointRequest.class).beyond(own);
        return new PointScale(
                own,
                new OperatingPoint(
                        moved(own.clock(), request.clockHertz()),
                        moved(own.voltage(), request.volts()),
                        request.batch()));
    }

    private static Optional<Setting> moved(Optional<Setting> own, OptionalDouble wanted) {
        return own.map(setting -> wanted.isEmpty()
                ? setting
                : new Setting(at(setting.figure(), wanted.getAsDouble()), setting.lowest(), setting.highest()));
    }

    private static Figure at(Figure own, double value) {
        return new Figure(
                QuantityFormat.format(value, own.dimension()),
                value,
                own.dimension(),
                own.kind(),
                own.source(),
                "asked for; the profile's own is " + own.text(),
                Optional.empty());
    }

    /**
     * Takes figures from the operating point of a profile to the one that is asked for.
     *
     * @param own where the figures of the document hold
     * @param used where they are wanted; has the same settings, at the same or other values
     */
    record PointScale(OperatingPoint own, OperatingPoint used) {

        /** A figure at the point that is used. */
        Figure at(Figure figure, Scales scales) {
            double factor = Math.pow(ratio(own.clock(), used.clock()), scales.clock())
                    * Math.pow(ratio(own.voltage(), used.voltage()), scales.voltage());
            return factor == 1
                    ? figure
                    : figure.scaled(
                            factor, "scaled from " + figure.text() + " at " + own.text() + " as " + scales.text());
        }

        /** The name of the device at the point that is used. */
        String named(String profile) {
            return new OperatingPointRequest(used.clockHertz(), used.volts(), used.batch())
                    .beyond(own)
                    .nameOf(profile);
        }

        /** The full name of the device at the point that is used. */
        String titled(String title) {
            return used.equals(own) ? title : title + ", at " + used.text();
        }

        private static double ratio(Optional<Setting> own, Optional<Setting> used) {
            return own.isPresent() && used.isPresent()
                    ? used.get().figure().value() / own.get().figure().value()
                    : 1;
        }
    }
}
