package ganglion.hardware.library;

import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.oneOf;
import static ganglion.documents.key.Types.readAs;

import ganglion.documents.key.Key;
import ganglion.documents.key.ListType;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Type;
import ganglion.hardware.chip.PowerStates;
import ganglion.hardware.figure.Figure;
import java.util.Map;

/** The keys of what a device draws in each of its states. */
final class PowerKeys {

    private static final ListType<Figure> PARTS =
            listOf("a list of figures", FigureKeys.POWER).size(1, 0);
    private static final Type<Figure> SUM = oneOf(
            "a figure, or a list of figures that are added",
            FigureKeys.POWER,
            readAs(PARTS, place -> Figure.sum(PARTS.read(place))));

    private static final Key<Figure> OFF =
            state(PowerStates.State.OFF, "Without supply, or in a mode that loses everything.", "0.1 uW");
    private static final Key<Figure> SLEEP =
            state(PowerStates.State.SLEEP, "Nothing runs, memory is kept, and an event wakes the device.", "6 uW");
    private static final Key<Figure> IDLE = state(
            PowerStates.State.IDLE,
            "Powered and ready, but without work. Of a chip whose operations are priced, it is the static power, which"
                    + " one chip draws regardless of activity; the operations come on top.",
            "104 mW");
    private static final Key<Figure> RUN = state(
            PowerStates.State.RUN,
            "At work, everything included: what a device draws while it computes. Left out where operations are"
                    + " priced.",
            "42 mW");

    private static final Key<Figure> CORE = Key.of("core", SUM)
            .says("What one core in use adds to an idle chip for as long as a network runs on it, beside the"
                    + " energies of its operations.")
            .exampleText("{value: 16 mW, kind: derived, source: davies-2018}");

    static final Key<PowerStates> POWER = Key.of(
                    "power",
                    Shape.ofRecord("an object with figures by state", PowerStates.class, OFF, SLEEP, IDLE, RUN, CORE)
                            .atLeastKeys(1))
            .says("What one chip draws in each of its states. A state that is left out is unknown.")
            .byDefault(PowerStates.UNKNOWN, Map.of())
            .exampleText("{idle: {value: 104 mW, kind: derived, source: frady-2020}}");

    private PowerKeys() {}

    private static Key<Figure> state(PowerStates.State state, String meaning, String value) {
        String figure = "{value: " + value + ", kind: published, source: davies-2018}";
        return Key.of(state.word(), SUM)
                .says(meaning)
                .exampleText(figure)
                .exampleText("[" + figure + ", " + figure + "]");
    }
}
