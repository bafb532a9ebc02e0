package ganglion.scenario.explore.format;

import static ganglion.documents.key.Types.joules;
import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.seconds;
import static ganglion.documents.key.Types.text;
import static ganglion.documents.key.Types.words;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Type;
import ganglion.documents.key.Types;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.Dimension;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.Part;
import ganglion.scenario.explore.EnergyMeasure;
import ganglion.scenario.explore.SearchObjective;
import ganglion.scenario.explore.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The keys of what is wanted: the only place that knows them. */
final class WishKeys {

    private static final Key<Double> LEAST = Key.of("at-least", number().from(0).to(1))
            .says("Accuracy that is of use at all. Networks below it are the last to go on.")
            .example(0.7);
    private static final Key<Double> BELOW_ENERGY = Key.of("below", joules())
            .says("Energy of a decision from which on a network is of no use.")
            .example("20 uJ");
    private static final Key<Double> BELOW_TIME = Key.of("below", seconds())
            .says("Time from which on a network is of no use.")
            .example("50 ms");
    private static final Key<Double> BELOW_MEMORY = Key.of("below", bytes())
            .says("Memory from which on a network is of no use.")
            .example("64 KiB");
    private static final Key<Boundary> BOUNDARY = Key.of(
                    "boundary", words("marginal, active or always-on", Boundary.class))
            .says(
                    "What the energy contains: what one more decision adds (marginal), the time of work (active), or the time until the"
                            + " next decision as well (always-on).")
            .required()
            .example("marginal");

    private static final Key<Part> PART = Key.of("part", words("network", List.of(Part.NETWORK)))
            .says(
                    "network: its part of that energy alone, without front end, input and output, and static power. All of it if left out.")
            .example("network");

    private static final Key<Wish> ACCURACY = Key.of(
                    "accuracy",
                    Shape.of("a wish for accuracy", place -> wish(SearchObjective.ACCURACY, LEAST.find(place)), LEAST))
            .says(
                    "As many right decisions as possible, in the precision of the device. Always wanted; here it may get a limit.")
            .exampleText("{at-least: 0.7}");
    private static final Key<Energy> ENERGY = Key.of(
                    "energy",
                    Shape.of(
                            "a wish for little energy",
                            place -> new Energy(
                                    new EnergyMeasure(BOUNDARY.in(place), PART.isIn(place)),
                                    wish(SearchObjective.ENERGY, BELOW_ENERGY.find(place))),
                            BOUNDARY,
                            PART,
                            BELOW_ENERGY))
            .says("As little energy of a decision as possible, under one boundary.")
            .required()
            .exampleText("{boundary: marginal, below: 20 uJ}");
    private static final Key<Wish> LATENCY = Key.of(
                    "latency",
                    Shape.of(
                            "a wish for little time",
                            place -> wish(SearchObjective.LATENCY, BELOW_TIME.find(place)),
                            BELOW_TIME))
            .says("As little time as possible that the device works on a decision.")
            .exampleText("{below: 50 ms}");
    private static final Key<Wish> MEMORY = Key.of(
                    "memory",
                    Shape.of(
                            "a wish for little memory",
                            place -> wish(SearchObjective.MEMORY, BELOW_MEMORY.find(place)),
                            BELOW_MEMORY))
            .says(
                    "As few bytes as possible of all weights and of the parameters of neurons, each with the bits that the device or its number format gives it.")
            .exampleText("{below: 64 KiB}");

    /** What is wanted. */
    static final Key<Wishes> WANT = Key.of(
                    "want", Shape.of("what is wanted", WishKeys::read, ACCURACY, ENERGY, LATENCY, MEMORY))
            .says(
                    "What is wanted of a network on a device: accuracy and little energy, and if named here, little time and memory. What"
                            + " misses a limit is worse than all that keeps it.")
            .required()
            .exampleText("{energy: {boundary: marginal, below: 20 uJ}}");

    private WishKeys() {}

    /** Which energy, and what is wanted of it. */
    private record Energy(EnergyMeasure measure, Wish wish) {}

    /**
     * All that is wanted.
     *
     * @param energy which energies these are
     * @param all accuracy first
     */
    record Wishes(EnergyMeasure energy, List<Wish> all) {}

    private static Type<Double> bytes() {
        return Types.readAs(
                text("a memory size such as 64 KiB").matching("^\\d{1,12}(\\.\\d{1,6})? ?(B|kB|KiB|MB|MiB|GB|GiB)$"),
                place -> place.quantity(Dimension.MEMORY, 1));
    }

    private static Wish wish(SearchObjective objective, Optional<Double> limit) {
        return new Wish(objective, limit.map(OptionalDouble::of).orElse(OptionalDouble.empty()));
    }

    private static Wishes read(Place place) {
        Energy energy = ENERGY.in(place);
        List<Wish> all = new ArrayList<>();
        all.add(ACCURACY.find(place).orElse(wish(SearchObjective.ACCURACY, Optional.empty())));
        all.add(energy.wish());
        LATENCY.find(place).ifPresent(all::add);
        MEMORY.find(place).ifPresent(all::add);
        return new Wishes(energy.measure(), all);
    }
}
