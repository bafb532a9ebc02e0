package ganglion.scenario.format.hardware;

import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.oneOf;
import static ganglion.documents.key.Types.readAs;
import static ganglion.documents.key.Types.words;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.key.Key;
import ganglion.documents.key.ListType;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Type;
import ganglion.documents.place.Place;
import ganglion.hardware.placement.PlacementStrategy;
import ganglion.hardware.placement.PlacementStrategy.Assignment;
import ganglion.scenario.format.name.DeclaredNames;
import ganglion.scenario.format.name.NameTypes;
import java.util.LinkedHashMap;
import java.util.Map;

/** How neurons are given cores: by a strategy, or by hand. */
final class PlacementKeys {

    private static final Key<String> POPULATION = Key.of("population", NameTypes.INPUT_OR_POPULATION)
            .titled("the name of a population or input")
            .says("Whose neurons. Every neuron that is simulated must be placed once; inputs may be.")
            .required()
            .example("out");

    private static final Key<Integer> FIRST = Key.of("first", integer().from(0).to(9_999_999))
            .titled("a neuron")
            .says("The first of them, counted from 0.")
            .byDefault(0)
            .example(0);

    private static final Key<Integer> COUNT = Key.of("count", integer().from(1).to(10_000_000))
            .titled("a number of neurons")
            .says("How many. Left out, all from the first on.")
            .example(16);

    private static final Key<Integer> CORE = Key.of("core", integer().from(0).to(10_000_000))
            .titled("a core")
            .says("Their core, counted from 0 through all chips.")
            .required()
            .example(3);

    private static final ListType<Assignment> ASSIGNMENTS = listOf(
                    "a list of places",
                    Shape.of("neurons and their core", PlacementKeys::assignment)
                            .with(POPULATION, Assignment::population)
                            .with(FIRST, Assignment::first)
                            .with(COUNT, Assignment::count)
                            .with(CORE, Assignment::core)
                            .named("place-on-chip"))
            .size(1, 100_000);

    private static final Type<PlacementStrategy> STRATEGY = words("the name of a placement", strategies());

    /** A strategy by name, or a list of neurons with their cores. */
    static final Type<PlacementStrategy> PLACEMENT = oneOf(
                    "in-order, spread, or a list of places",
                    STRATEGY,
                    readAs(ASSIGNMENTS, place -> new PlacementStrategy.ByHand(ASSIGNMENTS.read(place))))
            .writtenBy(PlacementKeys::written);

    private PlacementKeys() {}

    static Map<String, PlacementStrategy> strategies() {
        Map<String, PlacementStrategy> strategies = new LinkedHashMap<>();
        strategies.put("in-order", new PlacementStrategy.InOrder());
        strategies.put("spread", new PlacementStrategy.Spread());
        return strategies;
    }

    private static JsonNode written(PlacementStrategy strategy) {
        return strategy instanceof PlacementStrategy.ByHand byHand
                ? ASSIGNMENTS.write(byHand.assignments())
                : STRATEGY.write(strategy);
    }

    private static Assignment assignment(Place piece) {
        String population = POPULATION.in(piece);
        int size = piece.reading().context(DeclaredNames.class).sizeIfAny(population);
        int first = FIRST.in(piece);
        int count = COUNT.find(piece).orElse(Math.max(1, size - first));
        if (size > 0 && first + (long) count > size) {
            piece.problem("found neurons " + first + " to " + (first + (long) count - 1) + " of " + population
                    + ", expected some of 0 to " + (size - 1));
        }
        return new Assignment(population, first, count, CORE.in(piece));
    }
}
