package ganglion.scenario.format.recording;

import static ganglion.documents.key.Types.positiveTicks;
import static ganglion.documents.key.Types.ticks;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.scenario.format.name.NameTypes;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.Probe;
import java.util.List;
import java.util.OptionalLong;

/** Observations of a run while it lasts. */
final class ProbeKeys {

    private static final Key<String> POPULATION = NeuronSelection.population(NameTypes.POPULATION);

    private static final Key<Long> EVERY = Key.of("every", positiveTicks())
            .says("Time between two observations.")
            .byDefault(1L, "1 tick")
            .example("1 ms");

    private static final Key<Long> FROM = Key.of("from", ticks())
            .says("Time of the first observation.")
            .byDefault(0L, "0 s")
            .example("100 ms");

    private static final Key<Long> UNTIL = Key.of("until", ticks())
            .says("End of the observations. Left out, the end of the run.")
            .impliedDefault(Long.MAX_VALUE)
            .example("1 s");

    private ProbeKeys() {}

    /** A probe of neurons. */
    static Shape<Probe> ofNeurons(Probe.Kind kind) {
        return Shape.of(
                        "a probe of neurons",
                        place -> ofNeurons(place, kind),
                        POPULATION,
                        NeuronSelection.NEURONS,
                        NeuronSelection.SAMPLE,
                        EVERY,
                        FROM,
                        UNTIL)
                .named("neuron-probe")
                .excludes(NeuronSelection.NEURONS, NeuronSelection.SAMPLE);
    }

    /** A probe of the network. */
    static Shape<Probe> ofNetwork(Probe.Kind kind) {
        return Shape.of(
                        "a probe of the network",
                        place -> probe(place, kind, "", new int[0]),
                        EVERY.required(),
                        FROM,
                        UNTIL)
                .named("network-probe");
    }

    private static Probe ofNeurons(Place place, Probe.Kind kind) {
        String population = POPULATION.in(place);
        if (kind == Probe.Kind.CURRENT) {
            checkHasCurrents(POPULATION.at(place));
        }
        return probe(place, kind, population, NeuronSelection.neurons(place, population));
    }

    private static void checkHasCurrents(Place population) {
        population.reading().context(Observed.class).populations().stream()
                .filter(spec -> spec.name().equals(population.text()))
                .filter(spec -> !spec.model().hasSynapticCurrents())
                .forEach(spec -> population.problem(
                        "found a population of model " + spec.model().name() + ", which has no synaptic currents"));
    }

    private static Probe probe(Place place, Probe.Kind kind, String population, int[] neurons) {
        long from = FROM.in(place);
        long until = UNTIL.in(place);
        checkLooks(place, from, until);
        return new Probe(place.pointer(), kind, population, neurons, EVERY.in(place), from, until);
    }

    /** Refuses a probe whose file would be empty. */
    private static void checkLooks(Place place, long from, long until) {
        OptionalLong end = place.reading().context(Observed.class).endTick();
        if (UNTIL.isIn(place) && from >= until) {
            UNTIL.at(place)
                    .problem("found the end of the observations "
                            + UNTIL.at(place).text()
                            + ", expected one after the first, which is at "
                            + (FROM.isIn(place) ? FROM.at(place).text() : "0 s"));
        } else if (end.isPresent() && from >= end.getAsLong()) {
            FROM.at(place)
                    .problem("found the first observation at " + FROM.at(place).text()
                            + ", expected one before the end of the run, which is at "
                            + QuantityFormat.format(
                                    place.reading().times().clock().seconds(end.getAsLong()), Dimension.TIME));
        }
    }

    /**
     * What probes may look at.
     *
     * @param populations of the scenario
     * @param endTick first tick after the run; absent if its length is that of its clips
     */
    record Observed(List<PopulationSpec> populations, OptionalLong endTick) {}
}
