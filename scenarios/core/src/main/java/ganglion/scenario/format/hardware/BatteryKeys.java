package ganglion.scenario.format.hardware;

import static ganglion.documents.key.Types.ampereHours;
import static ganglion.documents.key.Types.checked;
import static ganglion.documents.key.Types.volts;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Type;
import ganglion.documents.key.UnitType;
import ganglion.documents.place.Place;
import ganglion.hardware.estimate.Battery;

/** The battery that feeds the device which decides. */
public final class BatteryKeys {

    /** In ampere-hours or volts: beyond every battery. */
    private static final double MOST = 1e9;

    private static final double LEAST = 1e-9;

    private static final Key<Double> CAPACITY = Key.of("capacity", positive(ampereHours()))
            .says("What the battery holds.")
            .required()
            .example("230 mAh");

    private static final Key<Double> VOLTAGE = Key.of("voltage", positive(volts()))
            .says("Its voltage, taken to stay the same until it is empty.")
            .required()
            .example("3 V");

    /** The battery of a scenario. */
    public static final Key<Battery> BATTERY = Key.of(
                    "battery", Shape.of("a battery", BatteryKeys::read, CAPACITY, VOLTAGE))
            .says(
                    "What feeds the device that decides. With it, summaries and reports say for how many days each device of"
                            + " the hardware decides one clip after another. Regulators, ageing and cold are not counted.")
            .exampleText("{capacity: 230 mAh, voltage: 3 V}");

    private BatteryKeys() {}

    private static Battery read(Place place) {
        return new Battery(orStandIn(CAPACITY.in(place)), orStandIn(VOLTAGE.in(place)));
    }

    /** For a value that was refused, so that reading goes on. */
    private static double orStandIn(double value) {
        return value >= LEAST && value <= MOST ? value : 1;
    }

    private static Type<Double> positive(UnitType<Double> type) {
        return checked(type, place -> {
            double value = type.read(place.unnoted());
            if (!(value >= LEAST && value <= MOST)) {
                place.problem("found \"" + place.text() + "\", expected more than 0, from 1e-9 to 1e9");
            }
        });
    }
}
