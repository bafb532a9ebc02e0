package ganglion.scenario.format.expect;

import static ganglion.documents.key.Types.checked;
import static ganglion.documents.key.Types.text;
import static ganglion.documents.key.Types.words;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Type;
import ganglion.documents.key.WordType;
import ganglion.documents.place.Place;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.Computation;
import ganglion.scenario.model.Expectation.EnergyBasis;
import ganglion.scenario.model.Measure;
import ganglion.scenario.model.Measure.Device;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Expectations about energy, power and time of devices. */
final class DeviceExpectations {

    /** Makes a figure from the device and the object that says more. */
    @FunctionalInterface
    private interface DeviceFigure {
        Measure of(Device device, Place place);
    }

    private static final Type<String> DEVICE = checked(
            text("the name of a device").length(1, 0),
            place -> ExpectationContext.of(place).checkProfile(place));

    private static final Key<String> PROFILE = Key.of("profile", DEVICE)
            .says("Name of a device of the scenario's hardware.")
            .required()
            .example("loihi");

    private static final Key<String> TO = Key.of("to", DEVICE)
            .says("Name of the device whose figure divides.")
            .required()
            .example("stm32u575");

    private static final WordType<EnergyBasis> BASIS = words("run or decision", EnergyBasis.class);

    private static final Key<EnergyBasis> PER = Key.of("per", checked(BASIS, DeviceExpectations::checkDecided))
            .says("Whether the energy of the whole run counts, or that of a decision on average.")
            .byDefault(EnergyBasis.RUN)
            .example("decision");

    private static final Key<Boundary> ANY_BOUNDARY = Key.of(
                    "boundary", words("marginal, active or always-on", Boundary.class))
            .says("What the energy contains: what the work adds to a device that runs anyway (marginal), power times"
                    + " time while it works and sleep between decisions (active), or being powered and ready between decisions,"
                    + " too (always-on).")
            .example("active");

    private static final Key<Boundary> BOUNDARY = ANY_BOUNDARY.required();

    private static final Key<Boundary> OPTIONAL_BOUNDARY = ANY_BOUNDARY.byDefault(Boundary.ALWAYS_ON);

    private static final WordType<Computation> COMPUTATION =
            words("spikes, dense-ticks or artificial", Computation.class);

    private static final Key<Computation> COMPUTES = Key.of("computes", COMPUTATION)
            .says(
                    "What the device computes, where it can do several: the spiking network event by event (spikes), the same"
                            + " densely in every tick (dense-ticks), or an artificial network of the same layers once for each decision"
                            + " (artificial). Left out, spikes on chips of spikes; on processors the artificial network, or dense-ticks"
                            + " where none stands in for the spiking one. A processor computes in its smallest number format.")
            .example("artificial");

    private static final Key<Computation> TO_COMPUTES = Key.of("to-computes", COMPUTATION)
            .says("The same for the device whose figure divides.")
            .example("dense-ticks");

    private static final Key<Double> PERCENTILE = DecisionExpectations.PERCENTILE.says(
            "Share of the ticks that must keep within the limit, in percent; 100 for all of them.");

    private static final DeviceFigure OF_ENERGY = (device, place) -> new Measure.DeviceEnergy(device, PER.in(place));
    private static final DeviceFigure OF_POWER = (device, place) -> new Measure.Power(device);
    private static final DeviceFigure OF_LATENCY =
            (device, place) -> new Measure.TickTime(device.profile(), PERCENTILE.in(place));
    private static final DeviceFigure OF_PRODUCT =
            (device, place) -> new Measure.EnergyDelayProduct(device, PER.in(place));

    private static final Map<String, DeviceFigure> FIGURES = new LinkedHashMap<>();

    static final ExpectationKind ENERGY = kind(
            "energy",
            OF_ENERGY,
            "Energy of the run, or of a decision on average, on a device. Goes with between, below or above.",
            "{profile: loihi, boundary: active}",
            Limits.ENERGIES,
            PER,
            BOUNDARY,
            COMPUTES);

    static final ExpectationKind POWER = kind(
            "power",
            OF_POWER,
            "Mean power of a device over the run. Goes with between, below or above.",
            "{profile: loihi}",
            Limits.POWERS,
            OPTIONAL_BOUNDARY,
            COMPUTES);

    static final ExpectationKind LATENCY = kind(
            "latency",
            OF_LATENCY,
            "Time that a device takes for a tick. Goes with between, below or above.",
            "{profile: loihi, percentile: 99}",
            Limits.DURATIONS,
            PERCENTILE);

    static final ExpectationKind ENERGY_DELAY_PRODUCT = kind(
            "energy-delay-product",
            OF_PRODUCT,
            "Energy times the time that a device works, of the run or of a decision on average. Goes with between, below or"
                    + " above, in joule seconds such as 2 nJ s.",
            "{profile: loihi, per: decision, boundary: marginal}",
            Limits.ENERGY_DELAYS,
            PER,
            BOUNDARY,
            COMPUTES);

    static final ExpectationKind RATIO = ratio();

    private DeviceExpectations() {}

    private static ExpectationKind kind(
            String name, DeviceFigure figure, String description, String example, Limits limits, Key<?>... more) {
        FIGURES.put(name, figure);
        Shape<Measure> shape = Shape.of(
                "a device",
                place -> figure.of(device(place, PROFILE, COMPUTES, OPTIONAL_BOUNDARY.in(place)), place),
                Shape.keys(List.of(PROFILE), more));
        return ExpectationKind.figure(Key.of(name, shape).says(description).exampleText(example), limits);
    }

    private static Device device(Place place, Key<String> profile, Key<Computation> computes, Boundary boundary) {
        String name = profile.in(place);
        Optional<Computation> computation = computes.find(place);
        computation.ifPresent(found -> ExpectationContext.of(place).checkComputes(computes.at(place), name, found));
        return new Device(name, computation, boundary);
    }

    private static ExpectationKind ratio() {
        Key<DeviceFigure> of = Key.of("of", words("the name of a figure", FIGURES))
                .says("Which figure.")
                .required()
                .example("energy");
        Key<Boundary> boundary = ANY_BOUNDARY.says(
                "What both energies contain, as in an expectation about energy, and required as there.");
        Shape<Measure> shape = Shape.of(
                "a figure of two devices",
                place -> ratio(place, of.in(place)),
                of,
                PROFILE,
                COMPUTES,
                TO,
                TO_COMPUTES,
                PER,
                boundary,
                PERCENTILE);
        return ExpectationKind.figure(
                Key.of("ratio", shape)
                        .says(
                                "A figure of one device divided by the same figure of another. Goes with limits that are numbers.")
                        .exampleText("{of: energy, profile: loihi, to: truenorth, boundary: always-on}"),
                Limits.NUMBERS);
    }

    private static Measure ratio(Place place, DeviceFigure figure) {
        boolean ofEnergy = figure == OF_ENERGY || figure == OF_PRODUCT;
        if (ofEnergy && !ANY_BOUNDARY.isIn(place)) {
            place.problem("found no \"" + ANY_BOUNDARY + "\", which is required where energies are compared: "
                    + ANY_BOUNDARY.title());
        }
        Boundary boundary = OPTIONAL_BOUNDARY.in(place);
        return new Measure.Ratio(
                figure.of(device(place, PROFILE, COMPUTES, boundary), place),
                figure.of(device(place, TO, TO_COMPUTES, boundary), place));
    }

    private static void checkDecided(Place per) {
        if (BASIS.read(per) == EnergyBasis.DECISION) {
            ExpectationContext.of(per).checkDecided(per);
        }
    }

    /** The names of the devices that an expectation is about. */
    static List<String> devices(Place expectation) {
        List<String> names = new ArrayList<>();
        Stream.of(ENERGY, POWER, LATENCY, ENERGY_DELAY_PRODUCT, RATIO)
                .filter(kind -> kind.key().isIn(expectation))
                .map(kind -> kind.key().at(expectation))
                .forEach(subject -> {
                    names.add(PROFILE.at(subject).text());
                    if (TO.isIn(subject)) {
                        names.add(TO.at(subject).text());
                    }
                });
        return names;
    }
}
