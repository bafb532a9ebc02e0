package ganglion.scenario.experiment.key;

import static ganglion.documents.key.Types.flag;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.number;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.hardware.chip.ChipLimits.Limit;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.learning.delay.SynapseDelays;
import java.util.OptionalInt;

/** The keys of delays that each synapse learns by itself. */
final class SynapseDelayKeys {

    private static final Key<Integer> LONGEST = Key.of(
                    "longest", integer().from(1).to(SynapseDelays.MOST_STEPS))
            .says("Bound of the delays, in steps. Left out, it is the longest delay of the profile.")
            .example(25);
    private static final Key<String> PROFILE = Key.of("profile", PenaltyKeys.PROFILE_NAME)
            .says(
                    "Profile of a chip whose longest delay the bound must not exceed. A synapse takes one tick more than its delay.")
            .example("loihi");
    private static final Key<Double> FROM = Key.of(
                    "from", number().from(SynapseDelays.SMALLEST_WIDTH).to(SynapseDelays.MOST_STEPS))
            .says("Width in the first epoch, in steps; by default half the bound.")
            .example(12);
    private static final Key<Double> TO = Key.of(
                    "to", number().from(SynapseDelays.SMALLEST_WIDTH).to(SynapseDelays.MOST_STEPS))
            .says("Width after the narrowing, in steps.")
            .byDefault(SynapseDelays.USUAL_LAST_WIDTH)
            .example(0.5);
    private static final Key<Double> WITHIN = Key.of("within", number().above(0).to(1))
            .says("Share of the epochs after which the width no longer changes.")
            .byDefault(SynapseDelays.USUAL_NARROW_WITHIN)
            .example(0.25);

    /** How wide a delay spreads a spike while training. */
    private record Width(double from, double to, double within) {}

    private static final Key<Width> WIDTH = Key.of(
                    "width",
                    Shape.of(
                            "widths of a spread",
                            place -> new Width(FROM.find(place).orElse(Double.NaN), TO.in(place), WITHIN.in(place)),
                            FROM,
                            TO,
                            WITHIN))
            .says(
                    "Standard deviation of the Gaussian by which a delay spreads a spike over steps while training. It narrows from"
                            + " epoch to epoch, so that a delay first sees far around it.")
            .exampleText("{from: 12, to: 0.5, within: 0.25}");

    private static final Key<Boolean> LEARNED = Key.of("learned", flag())
            .says(
                    "Whether the delays are learned, starting from uniform random values up to the bound. If not, they stay as"
                            + " drawn.")
            .byDefault(true);

    private static final Key<Double> STEPS_PER_UNIT = Key.of("steps-per-unit", number().above(0))
            .says("Steps that a value of 1 stands for. With one learning rate, delays move by this factor farther than"
                    + " weights.")
            .byDefault(SynapseDelays.USUAL_STEPS_PER_UNIT)
            .example(100);

    /** Delays of synapses. */
    private static final Shape<SynapseDelays> SHAPE = Shape.of(
                    "delays of synapses", SynapseDelayKeys::read, LONGEST, PROFILE, WIDTH, LEARNED, STEPS_PER_UNIT)
            .named("synapse-delays");

    /** Delays of the synapses of a dense layer. */
    static final Key<SynapseDelays> DELAYS = Key.of("delays", SHAPE)
            .says(
                    "A delay for each synapse, a whole number of steps once training is over (DCLS). The layer then stands first, or"
                            + " directly behind a layer of neurons.")
            .exampleText("{longest: 25, width: {from: 12, to: 0.5}}");

    private SynapseDelayKeys() {}

    private static SynapseDelays read(Place place) {
        OptionalInt most = longestOfProfile(place);
        if (most.isEmpty() && PROFILE.isIn(place)) {
            return SynapseDelays.NONE;
        }
        if (!LONGEST.isIn(place) && most.isEmpty()) {
            place.problem(
                    "found neither longest nor profile, expected the longest delay in steps, or the profile of a chip");
            return SynapseDelays.NONE;
        }
        int longest = LONGEST.find(place).orElse(most.orElse(0));
        if (most.isPresent() && longest > most.getAsInt()) {
            LONGEST.at(place)
                    .problem("found " + longest + ", expected " + most.getAsInt() + " or less: the longest delay of "
                            + PROFILE.in(place) + " is " + (most.getAsInt() + 1)
                            + " ticks, and a synapse takes one tick more than its delay");
            return SynapseDelays.NONE;
        }
        return read(place, longest);
    }

    private static SynapseDelays read(Place place, int longest) {
        double usual = SynapseDelays.usualFirstWidth(longest);
        Width width = WIDTH.find(place)
                .orElse(new Width(usual, SynapseDelays.USUAL_LAST_WIDTH, SynapseDelays.USUAL_NARROW_WITHIN));
        double from = Double.isNaN(width.from) ? Math.max(usual, width.to) : width.from;
        if (from < width.to) {
            WIDTH.at(place)
                    .problem("found a width from " + from + " to " + width.to + ", expected one that does not grow");
            return SynapseDelays.NONE;
        }
        return new SynapseDelays(longest, STEPS_PER_UNIT.in(place), LEARNED.in(place), from, width.to, width.within);
    }

    /** The bound that a profile sets, empty where there is no profile or a problem was noted. */
    private static OptionalInt longestOfProfile(Place place) {
        if (!PROFILE.isIn(place)) {
            return OptionalInt.empty();
        }
        try {
            HardwareProfile profile = ProfileLibrary.find(PROFILE.in(place));
            int ticks = profile.cores()
                    .limits()
                    .of(Limit.DELAY_TICKS)
                    .map(Figure::value)
                    .map(Double::intValue)
                    .orElse(0);
            if (ticks > 1) {
                return OptionalInt.of(Math.min(ticks - 1, SynapseDelays.MOST_STEPS));
            }
            PROFILE.at(place)
                    .problem("found " + PROFILE.in(place) + ", which "
                            + (ticks == 1 ? "delays no spike by more than one tick" : "has no known longest delay")
                            + "; expected a profile that has one, or \"longest\" alone");
        } catch (ProfileException e) {
            PROFILE.at(place).problem(e.problems().get(0).message());
        }
        return OptionalInt.empty();
    }
}
