package ganglion.hardware.validation;

import static ganglion.documents.key.Types.flag;
import static ganglion.documents.key.Types.hertz;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.naturalNumber;
import static ganglion.documents.key.Types.seconds;
import static ganglion.documents.key.Types.words;

import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByTag;
import ganglion.documents.key.KindsByTag.Kind;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Type;
import ganglion.documents.place.Place;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.chip.PowerStates.State;
import ganglion.hardware.library.OperatingPointRequest;
import ganglion.hardware.signal.SignalOperation;
import ganglion.hardware.signal.SignalWork;
import ganglion.hardware.validation.PublishedWorkload.Draw;
import ganglion.hardware.validation.PublishedWorkload.EventWorkload;
import ganglion.hardware.validation.PublishedWorkload.InferenceWorkload;
import ganglion.hardware.validation.PublishedWorkload.OperationWorkload;
import ganglion.hardware.validation.PublishedWorkload.PowerWorkload;
import ganglion.hardware.validation.PublishedWorkload.TimedWorkload;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The keys of the workload of a case. */
final class WorkloadKeys {

    private static final Key<Integer> CHIPS = Key.of("chips", integer().from(1).to(1_000_000))
            .says("Chips that draw power.")
            .byDefault(1)
            .example(4);
    private static final Key<State> STATE = Key.of("state", words("a state", State.class))
            .says("State of the chips. If it is left out: run where the profile has its power, else idle, on which the"
                    + " operations come on top.")
            .example("run");
    private static final Key<Integer> CORES = Key.of("cores", integer().from(0).to(1_000_000_000))
            .says("Cores that the network runs on, for profiles that know what one in use adds.")
            .byDefault(0)
            .example(63);
    private static final Key<Map<Operation, Double>> RATES = Key.of(
                    "rates", byOperation("rates by operation", hertz(), "37.5 MHz"))
            .says("Operations per second.")
            .byDefault(Map.of(), Map.of())
            .exampleText("{synaptic-operation: 1.5541 GHz}");
    private static final Key<Map<Operation, Long>> COUNTS = Key.of(
                    "counts", byOperation("counts by operation", naturalNumber(), 172800))
            .says("Numbers of operations.")
            .byDefault(Map.of(), Map.of())
            .exampleText("{synaptic-operation: 51200000, neuron-update-active: 4608000}");
    private static final Key<Double> EVENTS = Key.of("events", hertz())
            .says("Rate of the event that the energy is given for.")
            .required()
            .example("37.5 MHz");
    private static final Key<Double> DURATION = Key.of("duration", seconds())
            .says("How long the chips are in their state.")
            .required()
            .example("276 us");
    private static final Key<Long> TICKS = Key.of("ticks", naturalNumber())
            .says("Ticks of the work.")
            .required()
            .example(10);
    private static final Key<Double> TICK = Key.of("tick", seconds())
            .says("How long a tick takes, without input and output if the profile's are added. Left out: no longer than"
                    + " these.")
            .impliedDefault(0.0)
            .example("5.8 us");
    private static final Key<Long> DECISIONS = Key.of("decisions", naturalNumber())
            .says("Decisions of the work, for the figures of input and output that are given for one.")
            .byDefault(1L)
            .example(1);
    private static final Key<Boolean> INPUT_OUTPUT = Key.of("input-output", flag())
            .says("Whether time, power and energy of the profile's input and output are added.")
            .byDefault(false)
            .example(true);
    private static final Key<NumberFormat> FORMAT = Key.of("format", words("a number format", NumberFormat.class))
            .says("Number format that the network is computed in.")
            .required()
            .example("int8");
    private static final Key<Integer> PASSES = Key.of(
                    "passes", integer().from(1).to(1_000_000))
            .says("Calls that one inference takes.")
            .byDefault(1)
            .example(10);
    private static final Key<Map<SignalOperation, Long>> SIGNAL = Key.of(
                    "signal",
                    Shape.table(
                            "counts by operation of signal processing",
                            List.of(SignalOperation.values()),
                            operation -> Key.of(operation.word(), naturalNumber())
                                    .says(operation.meaning())
                                    .example(2816)))
            .says("Operations of the front end for one inference, which the processor computes, too.")
            .byDefault(Map.of(), Map.of())
            .exampleText("{butterfly: 2816, multiply-add: 6188}");
    private static final Key<Double> PERIOD = Key.of("period", seconds())
            .says("Time from one inference to the next. The device rests in between: asleep if the boundary is"
                    + " active, idle if it is always-on.")
            .example("32 ms");

    /** The kinds of workloads. */
    static final KindsByTag<PublishedWorkload> KINDS = KindsByTag.of(
            "an object whose type is one of",
            "type",
            List.of(
                    new Kind<>(
                            "power",
                            "Power of a state, and a figure for each operation.",
                            Shape.of("", place -> new PowerWorkload(draw(place)), CHIPS, STATE, CORES, RATES)),
                    new Kind<>(
                            "energy-per-event",
                            "Power divided by the rate of an event.",
                            Shape.of(
                                    "",
                                    place -> new EventWorkload(draw(place), EVENTS.in(place)),
                                    CHIPS,
                                    STATE,
                                    CORES,
                                    RATES,
                                    EVENTS)),
                    new Kind<>(
                            "energy-over-time",
                            "Power times a duration.",
                            Shape.of("", WorkloadKeys::overTime, CHIPS, STATE, CORES, RATES, DURATION)),
                    new Kind<>(
                            "steps",
                            "Power times the time of a number of ticks, and a figure for each operation in them.",
                            Shape.of(
                                    "",
                                    WorkloadKeys::steps,
                                    CHIPS,
                                    STATE,
                                    TICKS,
                                    TICK,
                                    COUNTS,
                                    DECISIONS,
                                    INPUT_OUTPUT)),
                    new Kind<>(
                            "energy-of-operations",
                            "Numbers of operations, without the power that the chip draws anyway.",
                            Shape.of(
                                    "",
                                    place -> new OperationWorkload(COUNTS.in(place), OptionalLong.empty()),
                                    COUNTS)),
                    new Kind<>(
                            "simulation",
                            "Ticks of a spiking network on one machine, one after another: the barrier of each and the"
                                    + " times of operations, and power at work.",
                            Shape.of(
                                    "",
                                    place -> new OperationWorkload(COUNTS.in(place), OptionalLong.of(TICKS.in(place))),
                                    TICKS,
                                    COUNTS)),
                    new Kind<>(
                            "inference",
                            "A dense network on a conventional processor: power at work times the time of a call.",
                            Shape.of(
                                    "",
                                    WorkloadKeys::inference,
                                    CaseNetworkKeys.NETWORK_NAME,
                                    FORMAT,
                                    OperatingPointRequest.BATCH,
                                    PASSES,
                                    SIGNAL,
                                    PERIOD))));

    private WorkloadKeys() {}

    private static Draw draw(Place place) {
        return new Draw(CHIPS.in(place), STATE.find(place), CORES.in(place), RATES.in(place));
    }

    private static PublishedWorkload overTime(Place place) {
        return new TimedWorkload(draw(place), Map.of(), DURATION.in(place), 0, 0, false);
    }

    private static PublishedWorkload steps(Place place) {
        long ticks = TICKS.in(place);
        return new TimedWorkload(
                new Draw(CHIPS.in(place), STATE.find(place), 0, Map.of()),
                COUNTS.in(place),
                ticks * TICK.in(place),
                ticks,
                DECISIONS.in(place),
                INPUT_OUTPUT.in(place));
    }

    private static PublishedWorkload inference(Place place) {
        return new InferenceWorkload(
                CaseNetworkKeys.NETWORK_NAME.in(place),
                FORMAT.in(place),
                OperatingPointRequest.BATCH.in(place),
                PASSES.in(place),
                new SignalWork(SIGNAL.in(place)),
                PERIOD.find(place).map(OptionalDouble::of).orElse(OptionalDouble.empty()));
    }

    private static <T> Shape<Map<Operation, T>> byOperation(String title, Type<T> type, Object example) {
        return Shape.table(
                title,
                List.of(Operation.values()),
                operation ->
                        Key.of(operation.word(), type).says(operation.meaning()).example(example));
    }
}
