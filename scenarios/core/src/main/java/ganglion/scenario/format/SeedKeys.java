package ganglion.scenario.format;

import static ganglion.documents.key.Types.naturalNumber;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.key.WordType;
import ganglion.documents.place.Place;
import ganglion.scenario.model.RandomStreams;
import ganglion.scenario.model.RandomStreams.Chance;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Seeds of everything random. */
final class SeedKeys {

    static final Key<Long> SEED = Key.of("seed", naturalNumber())
            .says("Seed of everything random. The same scenario and seed give the same bits on every machine.")
            .byDefault(42L)
            .example(42);

    private static final Map<Chance, Key<Long>> BY_CHANCE = new EnumMap<>(Map.of(
            Chance.CONNECTIVITY,
            seed(Chance.CONNECTIVITY, "Seed of which neurons are joined, and of weights and delays.", 1),
            Chance.PARAMETERS,
            seed(Chance.PARAMETERS, "Seed of the parameters of neurons.", 1),
            Chance.NOISE,
            seed(Chance.NOISE, "Seed of noise and Poisson currents.", 2),
            Chance.INPUTS,
            seed(Chance.INPUTS, "Seed of the spikes of inputs, those of encoders included.", 3)));

    static final Key<Map<Chance, Long>> SEEDS = Key.of(
                    "seeds",
                    Shape.of("seeds for some kinds of chance", SeedKeys::read, List.copyOf(BY_CHANCE.values()))
                            .atLeastKeys(1))
            .says(
                    "Seeds that take the place of the scenario's for some kinds of chance: --seed and repeat leave them as they"
                            + " are.")
            .impliedDefault(Map.of())
            .exampleText("{connectivity: 1, noise: 2}");

    private SeedKeys() {}

    private static Key<Long> seed(Chance chance, String description, int example) {
        return Key.of(WordType.wordOf(chance), naturalNumber())
                .says(description)
                .example(example);
    }

    private static Map<Chance, Long> read(Place place) {
        Map<Chance, Long> seeds = new EnumMap<>(Chance.class);
        BY_CHANCE.forEach((chance, key) -> key.find(place).ifPresent(seed -> seeds.put(chance, seed)));
        return seeds;
    }

    /**
     * Where the random numbers of a scenario come from.
     *
     * @param override a seed in the place of the scenario's
     */
    static RandomStreams in(Place root, OptionalLong override) {
        long seed = override.isPresent() ? override.getAsLong() : SEED.in(root);
        return new RandomStreams(seed, SEEDS.in(root));
    }
}
