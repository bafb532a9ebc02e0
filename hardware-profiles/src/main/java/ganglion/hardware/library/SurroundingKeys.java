package ganglion.hardware.library;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.hardware.chip.FrontEndSite;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.HardwareProfile.InputOutput;
import ganglion.hardware.chip.Processor;
import ganglion.hardware.figure.Figure;
import java.util.Map;

/** The keys of what stands around a chip: its front end, and what brings inputs to it and results back. */
final class SurroundingKeys {

    private static final Key<Figure> ANALOGUE = Key.of("analogue", FigureKeys.POWER)
            .says("Analogue circuits of the chip compute it: their power while they listen, which is all the time.")
            .exampleText("{value: 50 uW, kind: published, source: bos-muir}");
    private static final Key<String> BESIDE = Key.of("beside", ProfileTypes.LINE)
            .says("A processor beside the chip computes it, and rests between its frames: a profile that comes with"
                    + " Ganglion, or a profile file (.yaml, .json) beside this one. It has the times of signal"
                    + " processing.")
            .example("stm32u575");
    private static final Key<String> REASON =
            Key.of("reason", ProfileTypes.LINE).says("Why this processor.").example("a low-power microcontroller");

    static final Key<FrontEndSite> FRONT_END = Key.of(
                    "front-end",
                    Shape.of(
                                    "an object with analogue, or beside and reason",
                                    SurroundingKeys::site,
                                    ANALOGUE,
                                    BESIDE,
                                    REASON)
                            .exactlyOne(ANALOGUE, BESIDE)
                            .needs(BESIDE, REASON)
                            .needs(REASON, BESIDE))
            .says("Where the front end is computed. Left out where the processor of the device itself does it, or"
                    + " nothing is known.")
            .exampleText("{beside: stm32u575, reason: a low-power microcontroller}");

    private static final Key<Figure> TICK_TIME = Key.of("tick-time", FigureKeys.TIME)
            .says("Time added to each tick.")
            .exampleText("{value: 10 us, kind: published, source: blouw-2019}");
    private static final Key<Figure> DECISION_TIME = Key.of("decision-time", FigureKeys.TIME)
            .says("Time added to each decision.")
            .exampleText("{value: 1 ms, kind: published, source: blouw-2019}");
    private static final Key<Figure> POWER = Key.of("power", FigureKeys.POWER)
            .says("Power drawn for these times, on top of the idle power of the chip.")
            .exampleText("{value: 65 mW, kind: derived, source: frady-2020}");
    private static final Key<Figure> DECISION_ENERGY = Key.of("decision-energy", FigureKeys.ENERGY)
            .says("Energy added to each decision, such as that of a reset between two inputs.")
            .exampleText("{value: 5.94 uJ, kind: derived, source: frady-2020}");

    static final Key<InputOutput> INPUT_OUTPUT = Key.of(
                    "input-output",
                    Shape.ofRecord(
                                    "an object with times, power or energy",
                                    InputOutput.class,
                                    TICK_TIME,
                                    DECISION_TIME,
                                    POWER,
                                    DECISION_ENERGY)
                            .atLeastKeys(1))
            .says("What it takes to bring inputs to the chip and results back, beyond its own messages: a host in"
                    + " the loop, an interface, a reset.")
            .exampleText("{decision-time: {value: 1 ms, kind: published, source: blouw-2019}}");

    private SurroundingKeys() {}

    private static FrontEndSite site(Place place) {
        return ANALOGUE.isIn(place)
                ? new FrontEndSite.Analogue(ANALOGUE.in(place))
                : new FrontEndSite.Beside(beside(BESIDE.at(place)), REASON.in(place));
    }

    /** The processor as {@link ProfileLibrary#open} takes it: a name, or a file wherever it is looked up from. */
    private static String beside(Place place) {
        ProfileReference reference = ProfileReference.parse(place.text());
        return reference.isFile()
                ? reference
                        .point()
                        .nameOf(place.file(reference.profile()).resolved().toString())
                : place.text();
    }

    /** Checks that the processor beside a device has a profile, and can compute a front end. */
    static void checkBeside(Place root, HardwareProfile device) {
        if (device.surroundings().frontEnd().orElse(null) instanceof FrontEndSite.Beside site) {
            Place place = BESIDE.at(FRONT_END.at(root));
            try {
                HardwareProfile processor = ProfileLibrary.openAlone(site.profile());
                if (processor
                        .conventional()
                        .processor()
                        .map(Processor::signal)
                        .orElse(Map.of())
                        .isEmpty()) {
                    place.problem("found \"" + place.text() + "\", expected a profile with times of signal processing"
                            + " (processor/signal)");
                }
            } catch (ProfileException e) {
                place.problem("found \"" + place.text() + "\", which cannot be used: "
                        + e.problems().get(0).message());
            }
        }
    }
}
