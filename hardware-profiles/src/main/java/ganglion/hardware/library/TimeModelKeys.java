package ganglion.hardware.library;

import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.words;

import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByTag;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.hardware.chip.TimeModel;
import ganglion.hardware.chip.TimeModel.AsynchronousEvents;
import ganglion.hardware.chip.TimeModel.BarrierTicks;
import ganglion.hardware.chip.TimeModel.BarrierTicks.BarrierTime;
import ganglion.hardware.chip.TimeModel.DeadlineTicks;
import ganglion.hardware.chip.TimeModel.RealTimeTicks;
import ganglion.hardware.chip.TimeModel.SerialTicks;
import ganglion.hardware.chip.TimingForm;
import ganglion.hardware.figure.Figure;
import java.util.ArrayList;
import java.util.List;

/** The keys of a time model. The list of kinds is the only place that names them all. */
final class TimeModelKeys {

    private enum Between {
        LINEAR,
        STEPPED
    }

    private enum Neurons {
        CONTINUOUS,
        UPDATED
    }

    private static final Key<TimingForm> FORM = Key.of("form", words("a form of timing", TimingForm.class))
            .says("phases: slowest sender, longest path and slowest receiver, one after the other. simple: the"
                    + " slowest core, sending or receiving. detailed: messages contend for links and cores.")
            .byDefault(TimingForm.PHASES)
            .example("detailed");
    private static final Key<Figure> LINK_BUFFER = Key.of("link-buffer", FigureKeys.COUNT)
            .says("Messages that one link of the mesh can hold. The form detailed needs it.")
            .exampleText("{value: 16, kind: published, source: sana-fe}");
    private static final Key<Between> BETWEEN = Key.of("between", words("how points are joined", Between.class))
            .says("Time of the barrier between two points: linear, or stepped, where a point holds until the next.")
            .byDefault(Between.LINEAR)
            .example("stepped");
    private static final Key<Integer> TILES = Key.of("tiles", ProfileTypes.SIZE)
            .says("Number of tiles in use.")
            .required()
            .example(32);
    private static final Key<Figure> TIME = Key.of("time", FigureKeys.TIME)
            .says("Time of the barrier.")
            .required()
            .exampleText("{value: 465 ns, kind: published, source: davies-2018}");
    private static final Shape<BarrierTime> POINT =
            Shape.ofRecord("a point of the barrier", BarrierTime.class, TILES, TIME);
    private static final Key<List<BarrierTime>> BARRIER = Key.of(
                    "barrier", listOf("a list of points", POINT).size(1, 0))
            .says("Time of the barrier by number of tiles in use, ascending. Unknown if left out.")
            .exampleText("[{tiles: 1, time: {value: 113 ns, kind: published, source: davies-2018}}]");
    private static final Key<Figure> SHORTEST_TICK = Key.of("shortest-tick", FigureKeys.TIME)
            .says("Shortest tick at which the chip was shown to run.")
            .exampleText("{value: 1 ms, kind: published, source: merolla-2014}");
    private static final Key<Neurons> NEURONS = Key.of("neurons", words("a kind of neurons", Neurons.class))
            .says("continuous: analogue circuits that run all the time, within the static power. updated: digital"
                    + " neurons whose updates cost energy.")
            .required()
            .example("updated");

    static final KindsByTag<TimeModel> TYPE = KindsByTag.of(
            "an object whose type is one of",
            "type",
            List.of(
                    new KindsByTag.Kind<>(
                            "barrier-ticks",
                            "A tick lasts until the slowest core is done and all cores have met at a barrier.",
                            Shape.of("", TimeModelKeys::barrierTicks, FORM, LINK_BUFFER, BETWEEN, BARRIER)),
                    new KindsByTag.Kind<>(
                            "real-time-ticks",
                            "The chip's tick is the scenario's, kept by a clock.",
                            Shape.ofRecord("", RealTimeTicks.class, SHORTEST_TICK)),
                    new KindsByTag.Kind<>(
                            "deadline-ticks",
                            "Processors simulate in software. Work that is not done when the next tick begins has"
                                    + " missed its deadline. The tick is the scenario's.",
                            Shape.ofRecord("", DeadlineTicks.class)),
                    new KindsByTag.Kind<>(
                            "asynchronous-events",
                            "No tick: each core serves the messages that reach it one after another.",
                            Shape.of(
                                    "",
                                    place -> new AsynchronousEvents(NEURONS.in(place) == Neurons.CONTINUOUS),
                                    NEURONS)),
                    new KindsByTag.Kind<>(
                            "serial-ticks",
                            "One processor does the work of a tick, operation after operation.",
                            Shape.ofRecord("", SerialTicks.class))));

    private TimeModelKeys() {}

    private static BarrierTicks barrierTicks(Place place) {
        TimingForm form = FORM.in(place);
        if (form == TimingForm.DETAILED && !LINK_BUFFER.isIn(place)) {
            FORM.at(place).problem("found detailed, expected a \"link-buffer\" beside it");
        }
        return new BarrierTicks(
                BARRIER.isIn(place) ? ascending(BARRIER.at(place)) : List.of(),
                BETWEEN.in(place) == Between.STEPPED,
                form,
                LINK_BUFFER.find(place));
    }

    private static List<BarrierTime> ascending(Place list) {
        List<BarrierTime> points = new ArrayList<>();
        int previous = 0;
        for (Place place : list.elements()) {
            BarrierTime point = POINT.read(place);
            if (point.tiles() <= previous) {
                TILES.at(place).problem("found " + point.tiles() + ", expected more than " + previous);
            }
            points.add(point);
            previous = point.tiles();
        }
        return points;
    }
}
