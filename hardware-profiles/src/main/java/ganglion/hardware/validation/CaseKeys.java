package ganglion.hardware.validation;

import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.mapOf;
import static ganglion.documents.key.Types.readAs;
import static ganglion.documents.key.Types.text;
import static ganglion.documents.key.Types.words;

import ganglion.documents.DocumentSchema;
import ganglion.documents.key.Key;
import ganglion.documents.key.MapType;
import ganglion.documents.key.SchemaWriter;
import ganglion.documents.key.Shape;
import ganglion.documents.key.TextType;
import ganglion.documents.key.UnitType;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.Quantity;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.figure.Figure.FigureKind;
import ganglion.hardware.library.OperatingPointRequest;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileReference;
import ganglion.hardware.validation.ValidationCase.Evidence;
import ganglion.hardware.validation.ValidationCase.Measured;
import ganglion.hardware.validation.ValidationCases.PublishedCase;
import ganglion.hardware.validation.ValidationResult.OmittedCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys of a file of validation cases. */
final class CaseKeys {

    /** Free text. */
    static final TextType LINE = text("a line of text").length(1, 2000).named("text");

    private static final List<Dimension> MEASURABLE = List.of(Dimension.ENERGY, Dimension.POWER, Dimension.TIME);

    private static final Key<String> NAME = Key.of("case", LINE)
            .says("What was measured. No two cases have one name.")
            .required()
            .example("ODIN, one operation, all-in, 0.55 V, 75 MHz");
    private static final Key<String> PROFILE = Key.of("profile", LINE)
            .says("Name of the profile that the estimate is made with.")
            .required()
            .example("odin");
    private static final Key<String> CHIP = Key.of(
                    "chip", text("the name of a chip").length(1, 100))
            .says("The chip that was measured, where it is a sister of the profile's. What is said of the profile,"
                    + " and all summaries, leave such rows out.")
            .example("STM32U385");
    private static final Key<List<String>> LEFT_OUT = Key.of("left-out", listOf("a list of parts", LINE))
            .says("Parts of the boundary that the counts leave out. The grade is one lower for them.")
            .byDefault(List.of())
            .example(List.of("messages"));
    private static final Key<Boundary> BOUNDARY = Key.of("boundary", words("a boundary", Boundary.class))
            .says("What the measured energy or power contains. marginal: the work alone, without idle power. active:"
                    + " the device while it works, and asleep in between. always-on: the device, idle in between."
                    + " A time has none.")
            .example("active");
    private static final Key<PublishedWorkload> WORKLOAD = Key.of("workload", WorkloadKeys.KINDS)
            .says("The published workload, from which the estimate follows.")
            .required()
            .exampleText("{type: power, rates: {crossbar-operation: 37.5 MHz}}");
    private static final Key<Quantity> MEASURED = Key.of("measured", measured())
            .says("The published value.")
            .required()
            .example("477 uW");
    private static final Key<FigureKind> MARK = Key.of(
                    "mark", words("a mark", List.of(FigureKind.PUBLISHED, FigureKind.QUOTED, FigureKind.DERIVED)))
            .says("published: read in the source. quoted: read in another text that quotes it. derived: computed from"
                    + " published values, as the remark shows.")
            .required()
            .example("published");
    private static final Key<String> SOURCE = Key.of("source", LINE)
            .says("Citation of the value; of a forecast, of the network and its activity.")
            .required()
            .example("Frenkel et al. 2019");
    private static final Key<Study> STUDY = Key.of(
                    "study", readAs(text("a key of /studies").length(1, 100), CaseKeys::study))
            .says("Key of the study that measured it, in studies.")
            .required()
            .example("frenkel-2019");
    private static final Key<String> LABORATORY =
            Key.of("laboratory", LINE).says("Who measured.").required().example("UCLouvain");
    private static final MapType<String> LABORATORIES =
            mapOf("an object with a study per key", Shape.of("a study", LABORATORY::in, LABORATORY));
    private static final Key<Studies> STUDIES = Key.of(
                    "studies", readAs(LABORATORIES, place -> new Studies(LABORATORIES.read(place))))
            .says("Pieces of work that measured: papers, rounds of a benchmark, notebooks. Each has one vote for a"
                    + " device.")
            .required()
            .exampleText("{frenkel-2019: {laboratory: UCLouvain}}");
    private static final Key<ValidationCase.Role> ROLE = Key.of("role", words("a role", ValidationCase.Role.class))
            .says("calibrates: the value is among the evidence of the profile. held-out: the profile was made"
                    + " without it.")
            .required()
            .example("held-out");
    private static final Key<String> REMARK = Key.of("remark", LINE)
            .says("What the estimate is made of, and what stands between it and the measurement.")
            .required()
            .example("power divided by the rate of operations");
    private static final Key<String> OUTSIDE = Key.of("outside", LINE)
            .says("Why the measurement lies outside the interval of the estimate. Only for held-out cases that do.")
            .example("the measured board ran other software");
    private static final Key<List<PublishedCase>> CASES = Key.of(
                    "cases",
                    listOf(
                            "a list of cases",
                            Shape.of(
                                    "a case",
                                    CaseKeys::published,
                                    NAME,
                                    PROFILE,
                                    CHIP,
                                    OperatingPointRequest.CLOCK,
                                    OperatingPointRequest.VOLTAGE,
                                    BOUNDARY,
                                    WORKLOAD,
                                    MEASURED,
                                    MARK,
                                    STUDY,
                                    SOURCE,
                                    ROLE,
                                    REMARK,
                                    OUTSIDE)))
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
                            Shape.ofRecord("an omitted case", OmittedCase.class, NAME, VALUES, MISSING)))
            .says("Measurements without an estimate.")
            .byDefault(List.of());

    private static final Key<String> FORECAST = Key.of("forecast", LINE)
            .says("What is predicted. No two forecasts have one name.")
            .required()
            .example("NeuroBench primate reaching, SNN2, Indy, on Loihi");
    private static final Key<List<Forecast.Prediction>> FORECASTS = Key.of(
                    "forecasts",
                    listOf(
                            "a list of forecasts",
                            Shape.of(
                                    "a forecast",
                                    CaseKeys::prediction,
                                    FORECAST,
                                    PROFILE,
                                    OperatingPointRequest.CLOCK,
                                    OperatingPointRequest.VOLTAGE,
                                    BOUNDARY.required(),
                                    WORKLOAD,
                                    LEFT_OUT,
                                    SOURCE,
                                    REMARK)))
            .says("What is to be predicted: an energy, or a power of a workload that gives none.")
            .required();

    private static final Shape<List<Forecast.Prediction>> FORECAST_ROOT =
            Shape.of("a file of forecasts", CaseKeys::predictions, CaseNetworkKeys.NETWORKS, FORECASTS);
    private static final Shape<ValidationCases> ROOT =
            Shape.of("a file of validation cases", CaseKeys::cases, CaseNetworkKeys.NETWORKS, STUDIES, CASES, OMITTED);

    private CaseKeys() {}

    static DocumentSchema schema() {
        return SchemaWriter.schema(
                "urn:ganglion:validation-cases:1", "Published measurements to compare profiles with.", ROOT);
    }

    static DocumentSchema forecastSchema() {
        return SchemaWriter.schema(
                "urn:ganglion:forecasts:1", "Networks to predict the energy or power of.", FORECAST_ROOT);
    }

    static ValidationCases read(Place root) {
        return ROOT.read(root);
    }

    static List<Forecast.Prediction> readForecasts(Place root) {
        return FORECAST_ROOT.read(root);
    }

    private static ValidationCases cases(Place root) {
        root.reading().setContext(CaseNetworkKeys.Networks.class, CaseNetworkKeys.NETWORKS.in(root));
        root.reading().setContext(Studies.class, STUDIES.in(root));
        Set<String> names = new HashSet<>();
        CASES.at(root).elements().forEach(place -> checkName(NAME.at(place), names));
        return new ValidationCases(CASES.in(root), OMITTED.in(root), root.node().path(CaseNetworkKeys.NETWORKS.name()));
    }

    /**
     * Notes measurements that stand in a file twice, or ship of another study. Those that ship have two runs that gave the same
     * rounded power.
     */
    static void checkCases(Place root, List<PublishedCase> cases, List<PublishedCase> shipped) {
        Map<Object, String> firstByContent = new HashMap<>();
        Map<Object, PublishedCase> shippedByContent = new HashMap<>();
        shipped.forEach(each -> shippedByContent.put(List.of(each.device(), each.workload(), each.value()), each));
        for (int i = 0; i < cases.size(); i++) {
            PublishedCase found = cases.get(i);
            Place place = CASES.at(root).elements().get(i);
            checkEstimate(PROFILE.at(place), found::estimated);
            PublishedCase same = shippedByContent.get(List.of(found.device(), found.workload(), found.value()));
            if (same != null
                    && !same.evidence()
                            .study()
                            .key()
                            .equals(found.evidence().study().key())) {
                STUDY.at(place)
                        .problem("found a measurement that ships as \"" + same.name() + "\" of the study "
                                + same.evidence().study().key() + ", expected each once");
            }
            String ofStudy = firstByContent.putIfAbsent(
                    List.of(found.evidence().study(), found.device(), found.workload(), found.value()), found.name());
            String ofSource = firstByContent.putIfAbsent(
                    List.of(found.evidence().source(), found.device(), found.workload(), found.value(), "source"),
                    found.name());
            if (ofStudy != null || ofSource != null) {
                place.problem("found the same measurement twice, first as \""
                        + (ofStudy != null ? ofStudy : ofSource)
                        + "\", expected each study or source, profile, workload and value once");
            }
        }
    }

    private static void checkName(Place name, Set<String> names) {
        if (!names.add(name.text())) {
            name.problem("found the name \"" + name.text() + "\" twice, expected another");
        }
    }

    private static List<Forecast.Prediction> predictions(Place root) {
        root.reading().setContext(CaseNetworkKeys.Networks.class, CaseNetworkKeys.NETWORKS.in(root));
        Set<String> names = new HashSet<>();
        FORECASTS.at(root).elements().forEach(place -> checkName(FORECAST.at(place), names));
        return FORECASTS.in(root);
    }

    private static Forecast.Prediction prediction(Place place) {
        Forecast.Prediction prediction = new Forecast.Prediction(
                place, device(place), WORKLOAD.in(place), BOUNDARY.in(place), LEFT_OUT.in(place));
        checkBoundary(place, prediction.workload(), prediction.boundary());
        return prediction;
    }

    private static Study study(Place key) {
        Map<String, String> known = key.reading().context(Studies.class).laboratoryByKey();
        if (!known.containsKey(key.text())) {
            key.problem(
                    "found \"" + key.text() + "\", expected a key of /studies: " + String.join(", ", known.keySet()));
        }
        return new Study(key.text(), known.getOrDefault(key.text(), "unknown"));
    }

    /** The studies of a file. They are read first; cases refer to them by their keys. */
    private record Studies(Map<String, String> laboratoryByKey) {}

    private static PublishedCase published(Place place) {
        PublishedCase published = new PublishedCase(
                NAME.in(place),
                device(place),
                CHIP.find(place),
                WORKLOAD.at(place).node(),
                WORKLOAD.in(place),
                new Measured(
                        BOUNDARY.find(place),
                        MEASURED.in(place),
                        WORKLOAD.in(place).takesTime(),
                        WORKLOAD.in(place).isOfRest()),
                new Evidence(
                        STUDY.in(place),
                        MARK.in(place),
                        SOURCE.in(place),
                        ROLE.in(place),
                        REMARK.in(place),
                        OUTSIDE.find(place)));
        checkDimension(place, published);
        checkBoundary(place, published);
        if (published.evidence().outside().isPresent()
                && published.evidence().role() == ValidationCase.Role.CALIBRATES) {
            OUTSIDE.at(place).problem("found a calibrating case, expected \"outside\" for held-out cases only");
        }
        return published;
    }

    /** Makes an estimate. */
    @FunctionalInterface
    interface Estimating {
        Object estimate() throws ProfileException;
    }

    /** Notes why there is no estimate: an unknown profile, or one without a figure that the workload needs. */
    static void checkEstimate(Place profile, Estimating estimating) {
        try {
            estimating.estimate();
        } catch (ProfileException e) {
            profile.problem(e.problems().get(0).message());
        } catch (IllegalArgumentException e) {
            profile.problem(e.getMessage());
        }
    }

    private static ProfileReference device(Place place) {
        return new ProfileReference(PROFILE.in(place), OperatingPointRequest.in(place, OperatingPointRequest.OWN));
    }

    private static void checkDimension(Place place, PublishedCase published) {
        Dimension found = published.value().quantity().dimension();
        if (!(published.value().quantity().value() > 0)) {
            MEASURED.at(place).problem("found " + published.value().quantity() + ", expected more than 0");
        }
        if (!published.workload().dimensions().contains(found)) {
            MEASURED.at(place)
                    .problem("found " + found.description() + ", expected "
                            + MEASURABLE.stream()
                                    .filter(published.workload().dimensions()::contains)
                                    .map(Dimension::description)
                                    .reduce((one, other) -> one + " or " + other)
                                    .orElseThrow()
                            + " as of the workload");
        }
    }

    private static void checkBoundary(Place place, PublishedCase published) {
        Optional<Boundary> boundary = published.value().boundary();
        boolean time = published.value().quantity().dimension() == Dimension.TIME;
        if (time && boundary.isPresent()) {
            BOUNDARY.at(place).problem("found a boundary of a time, expected none");
        } else if (!time && boundary.isEmpty()) {
            MEASURED.at(place).problem("found no \"boundary\" of an energy or power, expected one");
        } else if (!time) {
            checkBoundary(place, published.workload(), boundary.get());
        }
    }

    private static void checkBoundary(Place place, PublishedWorkload workload, Boundary boundary) {
        if (!workload.boundaries().contains(boundary)) {
            BOUNDARY.at(place).problem("found " + boundary.word() + ", which the workload does not give");
        }
    }

    private static UnitType<Quantity> measured() {
        List<String> units = new ArrayList<>();
        MEASURABLE.forEach(dimension -> units.addAll(dimension.factorByUnit().keySet()));
        return new UnitType<>(
                "an energy, a power or a time",
                "measured",
                String.join(", ", units),
                "477 uW",
                place -> Quantity.parse(place.text(), dimension(place.text().strip())),
                Quantity::toString);
    }

    private static Dimension dimension(String text) {
        return text.endsWith("W") ? Dimension.POWER : text.endsWith("J") ? Dimension.ENERGY : Dimension.TIME;
    }
}
