package ganglion.scenario.format.expect;

import static ganglion.documents.key.Types.checked;
import static ganglion.documents.key.Types.text;
import static ganglion.documents.key.Types.words;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Type;
import ganglion.documents.key.WordType;
import ganglion.documents.place.Place;
import ganglion.scenario.model.Expectation.EnergyBasis;
import ganglion.scenario.model.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Expectations about energy, power and time of chips. */
final class ChipExpectations {

    /** Makes a figure of a chip from the name of the chip and the object that says more. */
    @FunctionalInterface
    private interface ChipFigure {
        Measure of(String profile, Place place);
    }

    private static final Type<String> CHIP = checked(
            text("the name of a chip").length(1, 0),
            place -> ExpectationContext.of(place).checkProfile(place));

    private static final Key<String> PROFILE =
            Key.of("profile", CHIP).says("Name of a chip.").required().example("loihi");

    private static final Key<String> TO = Key.of("to", CHIP)
            .says("Name of the chip whose figure divides.")
            .required()
            .example("cortex-m4");

    private static final WordType<EnergyBasis> BASIS = words("run or decision", EnergyBasis.class);

    private static final Key<EnergyBasis> PER = Key.of("per", checked(BASIS, ChipExpectations::checkDecided))
            .says("Whether the energy of the whole run counts, or that of a decision on average.")
            .byDefault(EnergyBasis.RUN)
            .example("decision");

    private static final Key<Double> PERCENTILE = DecisionExpectations.PERCENTILE.says(
            "Share of the ticks that must keep within the limit, in percent; 100 for all of them.");

    private static final Map<String, ChipFigure> FIGURES = new LinkedHashMap<>();

    static final ExpectationKind ENERGY = kind(
            "energy",
            (profile, place) -> new Measure.ChipEnergy(profile, PER.in(place)),
            "Energy of the run, or of a decision on average, on a chip. Goes with between, below or above.",
            "{profile: loihi}",
            Limits.ENERGIES,
            PER);

    static final ExpectationKind POWER = kind(
            "power",
            (profile, place) -> new Measure.Power(profile),
            "Mean power of a chip over the run, static power included. Goes with between, below or above.",
            "{profile: loihi}",
            Limits.POWERS);

    static final ExpectationKind LATENCY = kind(
            "latency",
            (profile, place) -> new Measure.TickTime(profile, PERCENTILE.in(place)),
            "Time that a chip takes for a tick. Goes with between, below or above.",
            "{profile: loihi, percentile: 99}",
            Limits.DURATIONS,
            PERCENTILE);

    static final ExpectationKind ENERGY_DELAY_PRODUCT = kind(
            "energy-delay-product",
            (profile, place) -> new Measure.EnergyDelayProduct(profile, PER.in(place)),
            "Energy times the time that a chip works, of the run or of a decision on average. Goes with between, below or"
                    + " above, in joule seconds such as 2 nJ s.",
            "{profile: loihi, per: decision}",
            Limits.ENERGY_DELAYS,
            PER);

    static final ExpectationKind RATIO = ratio();

    private ChipExpectations() {}

    private static ExpectationKind kind(
            String name, ChipFigure figure, String description, String example, Limits limits, Key<?>... more) {
        FIGURES.put(name, figure);
        Shape<Measure> shape =
                Shape.of("a chip", place -> figure.of(PROFILE.in(place), place), Shape.keys(List.of(PROFILE), more));
        return ExpectationKind.figure(Key.of(name, shape).says(description).exampleText(example), limits);
    }

    private static ExpectationKind ratio() {
        Key<ChipFigure> of = Key.of("of", words("the name of a figure", FIGURES))
                .says("Which figure.")
                .required()
                .example("energy");
        Shape<Measure> shape = Shape.of(
                "a figure of two chips",
                place -> {
                    String one = PROFILE.in(place);
                    String other = TO.in(place);
                    return new Measure.Ratio(
                            of.in(place).of(one, place), of.in(place).of(other, place));
                },
                of,
                PROFILE,
                TO,
                PER,
                PERCENTILE);
        return ExpectationKind.figure(
                Key.of("ratio", shape)
                        .says(
                                "A figure of one chip divided by the same figure of another. Goes with limits that are numbers.")
                        .exampleText("{of: energy, profile: loihi, to: truenorth}"),
                Limits.NUMBERS);
    }

    private static void checkDecided(Place per) {
        if (BASIS.read(per) == EnergyBasis.DECISION) {
            ExpectationContext.of(per).checkDecided(per);
        }
    }

    /** The names of the chips that an expectation is about. */
    static List<String> chips(Place expectation) {
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
