package ganglion.scenario.format.recording;

import static ganglion.documents.key.Types.checked;
import static ganglion.documents.key.Types.flag;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.oneOf;
import static ganglion.documents.key.Types.positiveTicks;
import static ganglion.documents.key.Types.readAs;
import static ganglion.documents.key.Types.text;
import static ganglion.documents.key.Types.ticks;

import ganglion.documents.Suggestions;
import ganglion.documents.key.Key;
import ganglion.documents.key.ListType;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Type;
import ganglion.documents.key.Types;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.scenario.format.name.DeclaredNames;
import ganglion.scenario.format.name.NameTypes;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.Probe;
import ganglion.scenario.model.ProjectionSpec;
import ganglion.scenario.model.Recording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a run records besides its decisions. */
public final class RecordingKeys {

    /** Whose spikes are recorded; empty for all. */
    private static final Key<Optional<List<NeuronSelection>>> SPIKES = Key.of(
                    "spikes",
                    oneOf(
                            "all, or a list of names",
                            readAs(text("").matching("^all$"), place -> Optional.<List<NeuronSelection>>empty()),
                            readAs(
                                    selections(),
                                    place -> Optional.of(selections().read(place)))))
            .says("Populations and inputs whose spikes are recorded: a list of names, or of some of their neurons,"
                    + " or all.")
            .byDefault(Optional.empty(), "all")
            .example("all")
            .exampleText("[out]")
            .exampleText("[out, {population: hidden, sample: 10}]");

    private static final Key<List<Object>> MEMBRANE = Key.of(
                    "membrane",
                    listOf(
                                    "a list of names and probes",
                                    Types.<Object>oneOf(
                                            "a name, or a probe",
                                            checked(
                                                    text(""),
                                                    place -> place.reading()
                                                            .context(DeclaredNames.class)
                                                            .sizeOfPopulation(place)),
                                            ProbeKeys.ofPotentials()))
                            .ofDifferent())
            .says("Populations whose membrane potentials are recorded: by name, of all neurons at every tick, in"
                    + " memory and in the report; or by a probe, of some neurons at some ticks, in a file that"
                    + " grows as the run goes.")
            .impliedDefault(List.of())
            .exampleText("[out]")
            .exampleText("[{population: out, every: 1 ms, sample: 10}]");

    private static final Key<List<Probe>> CURRENT = Key.of(
                    "current",
                    listOf("a list of probes", ProbeKeys.ofCurrents()).ofDifferent())
            .says("Probes of synaptic currents, of populations that have such, in files that grow as the run goes.")
            .exampleText("[{population: out, every: 1 ms}]");

    private static final Key<List<Probe>> STATES = Key.of(
                    "states",
                    listOf("a list of probes of a state", ProbeKeys.ofStates()).ofDifferent())
            .says("Probes of states of models of equations, in files that grow as the run goes.")
            .exampleText("[{population: out, state: w, every: 1 ms}]");

    private static final Key<Probe> WEIGHTS = Key.of("weights", ProbeKeys.ofNetwork(Probe.Kind.WEIGHTS))
            .says("Weights of all plastic projections, and variables that their synapses have of their own, from time"
                    + " to time, as arrays of NumPy and as curves in the report.")
            .exampleText("{every: 1 s}");

    private static final Key<Probe> ACTIVITY = Key.of("activity", ProbeKeys.ofNetwork(Probe.Kind.ACTIVITY))
            .says("Spikes and mean rate of each population and synaptic events from time to time, in a file that"
                    + " grows as the run goes.")
            .exampleText("{every: 100 ms}");

    private static final Key<Boolean> STREAM = Key.of("stream", flag())
            .says("Whether spikes go to disk as they come, so that memory stays bounded however long the run. Not"
                    + " together with hardware, decision, or expectations about spikes.")
            .byDefault(false)
            .example(true);

    private static final Key<Boolean> SONATA = Key.of("sonata", flag())
            .says("Whether spikes are also written to spikes.h5 in the layout of SONATA.")
            .byDefault(false)
            .example(true);

    private static final Key<Boolean> NPZ = Key.of("npz", flag())
            .says("Whether spikes, membrane potentials of every tick, plastic weights and what probes see are also"
                    + " written to recording.npz, as arrays of NumPy.")
            .byDefault(false)
            .example(true);

    /** What is recorded. */
    public static final Key<Recording> RECORD = Key.of(
                    "record",
                    Shape.of(
                            "what is recorded",
                            RecordingKeys::read,
                            SPIKES,
                            MEMBRANE,
                            CURRENT,
                            STATES,
                            WEIGHTS,
                            ACTIVITY,
                            STREAM,
                            SONATA,
                            NPZ))
            .says("What the run records besides its decisions.")
            .exampleText("{spikes: all, membrane: [out]}");

    private RecordingKeys() {}

    private static ListType<NeuronSelection> selections() {
        return listOf(
                        "",
                        oneOf(
                                "a name, or some neurons of a population",
                                readAs(text(""), NeuronSelection::all),
                                NeuronSelection.SHAPE))
                .ofDifferent();
    }

    /**
     * What a scenario records: all spikes if it does not say.
     *
     * @param endTick first tick after the run; absent if its length is that of its clips
     */
    public static Recording in(
            Place root, List<PopulationSpec> populations, List<ProjectionSpec> projections, OptionalLong endTick) {
        root.reading().setContext(ProbeKeys.Observed.class, new ProbeKeys.Observed(populations, endTick));
        Recording recording =
                RECORD.find(root).orElseGet(() -> new Recording(names(root).all(), List.of()));
        boolean probesWeights = recording.probes().stream().anyMatch(probe -> probe.kind() == Probe.Kind.WEIGHTS);
        if (probesWeights
                && projections.stream().noneMatch(spec -> spec.plasticity().isPresent())) {
            WEIGHTS.at(RECORD.at(root))
                    .problem("found a probe of weights, but no projection with \"plasticity\", so that none changes");
        }
        return recording;
    }

    /** Where spikes are streamed to disk. */
    public static Place stream(Place root) {
        return STREAM.at(RECORD.at(root));
    }

    private static Recording read(Place place) {
        List<String> spikes = new ArrayList<>();
        Map<String, int[]> neurons = new HashMap<>();
        SPIKES.in(place)
                .ifPresentOrElse(
                        listed -> listed.forEach(selection -> add(selection, spikes, neurons)),
                        () -> spikes.addAll(names(place).all()));
        List<String> membranes = new ArrayList<>();
        List<Probe> probes = new ArrayList<>();
        for (Object membrane : MEMBRANE.in(place)) {
            if (membrane instanceof Probe probe) {
                probes.add(probe);
            } else {
                membranes.add((String) membrane);
            }
        }
        CURRENT.find(place).ifPresent(probes::addAll);
        STATES.find(place).ifPresent(probes::addAll);
        WEIGHTS.find(place).ifPresent(probes::add);
        ACTIVITY.find(place).ifPresent(probes::add);
        return new Recording(spikes, membranes, neurons, STREAM.in(place), SONATA.in(place), NPZ.in(place), probes);
    }

    private static void add(NeuronSelection selection, List<String> spikes, Map<String, int[]> neurons) {
        spikes.add(selection.population());
        selection.neurons().ifPresent(chosen -> {
            if (neurons.put(selection.population(), chosen) != null) {
                selection.place().problem("found the population a second time");
            }
        });
    }

    private static DeclaredNames names(Place place) {
        return place.reading().context(DeclaredNames.class);
    }

    /** Observations of a run while it lasts. */
    private static final class ProbeKeys {

        private static final Key<String> POPULATION = NeuronSelection.population(NameTypes.POPULATION);

        private static final Key<String> STATE = Key.of(
                        "state", text("the name of a state").length(1, 64))
                .says("Which state of the population's model, other than the membrane potential.")
                .required()
                .example("w");

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

        static Shape<Probe> ofPotentials() {
            return shape("a probe of neurons", place -> ofNeurons(place, Probe.Kind.POTENTIAL, ""))
                    .named("neuron-probe");
        }

        static Shape<Probe> ofCurrents() {
            return shape(
                            "a probe of neurons",
                            place -> ofState(place, NeuronModel.CURRENT, POPULATION.at(place), "synaptic currents"))
                    .named("neuron-probe");
        }

        static Shape<Probe> ofStates() {
            return shape(
                    "a probe of a state",
                    place -> ofState(place, STATE.in(place), STATE.at(place), "state " + STATE.in(place)),
                    STATE);
        }

        private static Shape<Probe> shape(String title, Function<Place, Probe> reader, Key<?>... first) {
            List<Key<?>> keys = Stream.concat(
                            Stream.of(POPULATION),
                            Stream.concat(
                                    Stream.of(first),
                                    Stream.of(NeuronSelection.NEURONS, NeuronSelection.SAMPLE, EVERY, FROM, UNTIL)))
                    .toList();
            return Shape.of(title, reader, keys).excludes(NeuronSelection.NEURONS, NeuronSelection.SAMPLE);
        }

        /** A probe of the network. */
        static Shape<Probe> ofNetwork(Probe.Kind kind) {
            return Shape.of(
                            "a probe of the network",
                            place -> probe(place, kind, "", "", new int[0]),
                            EVERY.required(),
                            FROM,
                            UNTIL)
                    .named("network-probe");
        }

        private static Probe ofNeurons(Place place, Probe.Kind kind, String state) {
            String population = POPULATION.in(place);
            return probe(place, kind, state, population, NeuronSelection.neurons(place, population));
        }

        /** A probe of a state that the population must have, and that messages call {@code what}. */
        private static Probe ofState(Place place, String state, Place named, String what) {
            Probe probe = ofNeurons(place, Probe.Kind.STATE, state);
            if (!place.reading().problems().isEmpty()) {
                return probe; // a model that is refused has no states
            }
            place.reading().context(Observed.class).populations().stream()
                    .filter(spec -> spec.name().equals(probe.population()))
                    .map(PopulationSpec::model)
                    .filter(model -> !model.states().contains(state))
                    .forEach(model ->
                            named.problem("found a population of model " + model.name() + ", which has no " + what
                                    + (model.states().isEmpty() || state.equals(NeuronModel.CURRENT)
                                            ? ""
                                            : ", expected one of " + Suggestions.list(model.states()))));
            return probe;
        }

        private static Probe probe(Place place, Probe.Kind kind, String state, String population, int[] neurons) {
            long from = FROM.in(place);
            long until = UNTIL.in(place);
            checkLooks(place, from, until);
            return new Probe(place.pointer(), kind, state, population, neurons, EVERY.in(place), from, until);
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
                        .problem("found the first observation at "
                                + FROM.at(place).text()
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

    /**
     * A population or input whose spikes are recorded.
     *
     * @param place that names it
     * @param population its name
     * @param neurons in ascending order; absent for all of them
     */
    private record NeuronSelection(Place place, String population, Optional<int[]> neurons) {

        static final Key<String> POPULATION = population(NameTypes.INPUT_OR_POPULATION);

        static final Key<List<Integer>> NEURONS = Key.of(
                        "neurons",
                        listOf("a list of neurons", integer().from(0).to(9_999_999))
                                .size(1, 1_000_000)
                                .each("the number of a neuron, from 0"))
                .says("Which neurons, counted from 0. Left out, all.")
                .exampleText("[0, 5, 9]");

        static final Key<Integer> SAMPLE = Key.of("sample", integer().from(1).to(10_000_000))
                .titled("a number of neurons")
                .says("A number of neurons instead of a list; they are spread evenly over the population.")
                .example(10);

        /** Some neurons of a population or input. */
        static final Shape<NeuronSelection> SHAPE = Shape.of(
                        "some neurons of a population or input", NeuronSelection::read, POPULATION, NEURONS, SAMPLE)
                .named("neuron-selection")
                .excludes(NEURONS, SAMPLE);

        static Key<String> population(Type<String> type) {
            return Key.of("population", type)
                    .titled("the name of a population")
                    .says("Population that is looked at.")
                    .required()
                    .example("out");
        }

        static NeuronSelection all(Place name) {
            return new NeuronSelection(name, NameTypes.INPUT_OR_POPULATION.read(name), Optional.empty());
        }

        private static NeuronSelection read(Place place) {
            String population = POPULATION.in(place);
            return new NeuronSelection(POPULATION.at(place), population, Optional.of(neurons(place, population)));
        }

        /** The neurons of a population that are listed, or a number of them spread evenly, or all. */
        static int[] neurons(Place place, String population) {
            int size = place.reading().context(DeclaredNames.class).sizeIfAny(population);
            if (SAMPLE.isIn(place)) {
                int count = Math.min(size, SAMPLE.in(place));
                return IntStream.range(0, count)
                        .map(i -> (int) ((long) i * size / count))
                        .toArray();
            }
            if (!NEURONS.isIn(place)) {
                return IntStream.range(0, size).toArray();
            }
            for (Place neuron : NEURONS.at(place).elements()) {
                if (size > 0 && neuron.node().intValue() >= size) {
                    neuron.problem("found neuron " + neuron.node().intValue() + ", expected 0 to " + (size - 1));
                }
            }
            return NEURONS.in(place).stream()
                    .mapToInt(Integer::intValue)
                    .sorted()
                    .toArray();
        }
    }
}
