package ganglion.hardware.validation;

import static ganglion.documents.key.Types.hertz;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.naturalNumber;
import static ganglion.documents.key.Types.seconds;
import static ganglion.documents.key.Types.text;
import static ganglion.documents.key.Types.words;

import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByTag;
import ganglion.documents.key.SchemaWriter;
import ganglion.documents.key.Shape;
import ganglion.documents.key.TextType;
import ganglion.documents.key.UnitType;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.Quantity;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.validation.WorkloadEstimate.EnergyOfOperations;
import ganglion.hardware.validation.WorkloadEstimate.EnergyOverTime;
import ganglion.hardware.validation.WorkloadEstimate.EnergyPerEvent;
import ganglion.hardware.validation.WorkloadEstimate.Power;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys of a file of validation cases. */
final class CaseKeys {

    private static final TextType LINE = text("a line of text").length(1, 2000).named("text");
    private static final Map<String, Operation> OPERATIONS = operations();
    private static final Map<Operation, Key<Double>> RATE_OF = rateKeys();

    private static final Key<Integer> CHIPS = Key.of("chips", integer().from(1))
            .says("Chips that draw static power.")
            .byDefault(1)
            .example(4);
    private static final Key<Map<Operation, Double>> RATES = Key.of(
                    "rates", Shape.of("rates by operation", CaseKeys::rates, List.copyOf(RATE_OF.values())))
            .says("Operations per second.")
            .byDefault(Map.of(), Map.of())
            .exampleText("{synaptic-operation: 1.5541 GHz}");
    private static final Key<Double> EVENTS = Key.of("events", hertz())
            .says("Rate of the event that the energy is given for.")
            .required()
            .example("37.5 MHz");
    private static final Key<Double> DURATION = Key.of("duration", seconds())
            .says("Time during which the chip draws its power.")
            .required()
            .example("276 us");
    private static final Key<Operation> OPERATION = Key.of("operation", words("an operation", OPERATIONS))
            .says("Kind of the operations.")
            .required()
            .example("multiply-accumulate");
    private static final Key<Long> COUNT = Key.of("count", naturalNumber())
            .says("Number of operations.")
            .required()
            .example(172800);

    private static final KindsByTag<WorkloadEstimate> WORKLOADS = KindsByTag.of(
            "an object whose type is one of",
            "type",
            List.of(
                    new KindsByTag.Kind<>(
                            "power",
                            "Static power, and a figure for each operation.",
                            Shape.of("", CaseKeys::power, CHIPS, RATES)),
                    new KindsByTag.Kind<>(
                            "energy-per-event",
                            "Power divided by the rate of an event.",
                            Shape.of(
                                    "",
                                    place -> new EnergyPerEvent(power(place), EVENTS.in(place)),
                                    CHIPS,
                                    RATES,
                                    EVENTS)),
                    new KindsByTag.Kind<>(
                            "energy-over-time",
                            "Power times a duration.",
                            Shape.of(
                                    "",
                                    place -> new EnergyOverTime(power(place), DURATION.in(place)),
                                    CHIPS,
                                    RATES,
                                    DURATION)),
                    new KindsByTag.Kind<>(
                            "energy-of-operations",
                            "A number of operations of one kind, without static power.",
                            Shape.of(
                                    "",
                                    place -> new EnergyOfOperations(OPERATION.in(place), COUNT.in(place)),
                                    OPERATION,
                                    COUNT))));

    private static final Key<String> NAME = Key.of("case", LINE)
            .says("What was measured.")
            .required()
            .example("ODIN, one operation, all-in, 0.55 V, 75 MHz");
    private static final Key<String> PROFILE = Key.of("profile", LINE)
            .says("Name of the profile that the estimate is made with.")
            .required()
            .example("odin");
    private static final Key<String> BOUNDARY = Key.of("boundary", LINE)
            .says("What the measurement contains.")
            .required()
            .example("the whole chip");
    private static final Key<WorkloadEstimate> WORKLOAD = Key.of("workload", WORKLOADS)
            .says("The published workload, from which the estimate follows.")
            .required()
            .exampleText("{type: power, rates: {crossbar-operation: 37.5 MHz}}");
    private static final Key<Quantity> MEASURED = Key.of("measured", measured())
            .says("The published value.")
            .required()
            .example("477 uW");
    private static final Key<String> SOURCE =
            Key.of("source", LINE).says("Citation of the value.").required().example("Frenkel et al. 2019");
    private static final Key<ValidationCase.Role> ROLE = Key.of("role", words("a role", ValidationCase.Role.class))
            .says(
                    "calibrates: the value is among the evidence of the profile. held-out: the profile was made without it.")
            .required()
            .example("held-out");
    private static final Key<String> REMARK = Key.of("remark", LINE)
            .says("What the estimate is made of, and what stands between it and the measurement.")
            .required()
            .example("power divided by the rate of operations");
    private static final Key<List<PublishedCase>> CASES = Key.of(
                    "cases",
                    listOf(
                            "a list of cases",
                            Shape.of(
                                    "a case",
                                    CaseKeys::published,
                                    NAME,
                                    PROFILE,
                                    BOUNDARY,
                                    WORKLOAD,
                                    MEASURED,
                                    SOURCE,
                                    ROLE,
                                    REMARK)))
            .says("Measurements with an estimate.")
            .required();

    private static final Key<String> VALUES =
            Key.of("measured", LINE).says("The published values.").required().example("53 uJ an inference");
    private static final Key<String> MISSING = Key.of("missing", LINE)
            .says("Facts that an estimate would need.")
            .required()
            .example("network and steps are not at hand");
    private static final Key<List<OmittedCase>> OMITTED = Key.of(
                    "omitted",
                    listOf(
                            "a list of omitted cases",
                            Shape.of(
                                    "an omitted case",
                                    place -> new OmittedCase(NAME.in(place), VALUES.in(place), MISSING.in(place)),
                                    NAME,
                                    VALUES,
                                    MISSING)))
            .says("Measurements without an estimate.")
            .byDefault(List.of());

    private static final Shape<ValidationCases> ROOT = Shape.of(
            "a file of validation cases",
            place -> new ValidationCases(CASES.in(place), OMITTED.in(place)),
            CASES,
            OMITTED);

    private CaseKeys() {}

    static String schema() {
        return SchemaWriter.write(
                "urn:ganglion:validation-cases:1", "Published measurements to compare profiles with.", ROOT);
    }

    static ValidationCases read(Place root) {
        return ROOT.read(root);
    }

    private static PublishedCase published(Place place) {
        PublishedCase published = new PublishedCase(
                NAME.in(place),
                PROFILE.in(place),
                BOUNDARY.in(place),
                WORKLOAD.in(place),
                MEASURED.in(place),
                SOURCE.in(place),
                ROLE.in(place),
                REMARK.in(place));
        Dimension expected = published.workload().dimension();
        if (published.measured().dimension() != expected) {
            MEASURED.at(place)
                    .problem("found " + published.measured().dimension().description() + ", expected "
                            + expected.description() + " as of the workload");
        }
        return published;
    }

    private static Power power(Place place) {
        return new Power(CHIPS.in(place), RATES.in(place));
    }

    private static Map<Operation, Key<Double>> rateKeys() {
        Map<Operation, Key<Double>> keys = new EnumMap<>(Operation.class);
        OPERATIONS.forEach((word, operation) -> keys.put(
                operation, Key.of(word, hertz()).says(operation.meaning()).example("37.5 MHz")));
        return keys;
    }

    private static Map<Operation, Double> rates(Place place) {
        Map<Operation, Double> rates = new EnumMap<>(Operation.class);
        RATE_OF.forEach((operation, key) -> key.find(place).ifPresent(rate -> rates.put(operation, rate)));
        return rates;
    }

    private static UnitType<Quantity> measured() {
        List<String> units = new ArrayList<>(Dimension.ENERGY.factorByUnit().keySet());
        units.addAll(Dimension.POWER.factorByUnit().keySet());
        return new UnitType<>(
                "an energy or a power",
                "measured",
                String.join(", ", units),
                "477 uW",
                place -> Quantity.parse(
                        place.text(), place.text().strip().endsWith("W") ? Dimension.POWER : Dimension.ENERGY),
                Quantity::toString);
    }

    private static Map<String, Operation> operations() {
        Map<String, Operation> operations = new LinkedHashMap<>();
        Arrays.stream(Operation.values()).forEach(operation -> operations.put(operation.key(), operation));
        return operations;
    }
}
