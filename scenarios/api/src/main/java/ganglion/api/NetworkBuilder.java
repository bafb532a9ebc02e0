package ganglion.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.api.document.ArrayContent;
import ganglion.api.document.NetworkDraft;
import ganglion.api.document.PlainJson;
import ganglion.api.engine.ScenarioHandle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A network that is built in code. Everything ends up in a scenario document, which is checked by the reader of scenario files; so the
 * network gives the same bits as its {@linkplain #save saved file}, and all that files can say can be {@linkplain #set set}. Long arrays
 * go into binary files beside the document. Not thread safe.
 *
 * <pre>{@code
 * NetworkBuilder net = GanglionApi.network("chain").tick(millis(1)).duration(millis(100)).seed(7);
 * net.poisson("noise", 20, hertz(50));
 * net.population("first", 10, NeuronType.lif().timeConstant(millis(10)).threshold(1));
 * net.population("second", 10, NeuronType.lif().timeConstant(millis(10)).threshold(1));
 * net.connect("noise", "first").probability(0.5).weight(0.4);
 * net.connect("first", "second").oneToOne().weight(1.5).delay(millis(3));
 * RunOutcome run = net.run();
 * System.out.println(run.spikes("second").count() + " spikes");
 * }</pre>
 */
@API(status = Status.STABLE, since = "0.2")
public final class NetworkBuilder {

    private final String name;
    private final NetworkDraft draft;
    private final List<ScenarioHandle.Setting> settings = new ArrayList<>();

    NetworkBuilder(String name) {
        this.name = Objects.requireNonNull(name, "name");
        this.draft = new NetworkDraft(name);
    }

    /** A value as JSON. */
    static JsonNode json(Object value) {
        try {
            return PlainJson.of(Units.plain(value));
        } catch (IllegalArgumentException e) {
            throw InvalidInputException.ofArgument(e.getMessage());
        }
    }

    /** One paragraph for readers of reports. */
    public NetworkBuilder description(String text) {
        draft.put("description", json(text));
        return this;
    }

    /** The length of a tick; every time of the network is a whole number of ticks. */
    public NetworkBuilder tick(TimeSpan length) {
        draft.section("clock").put("tick", length.text());
        return this;
    }

    /** How long a run lasts. Needed unless sound is heard to its end. */
    public NetworkBuilder duration(TimeSpan length) {
        draft.section("clock").put("duration", length.text());
        return this;
    }

    /** The seed of everything random, at least 0; 42 if it is not set. */
    public NetworkBuilder seed(long seed) {
        draft.put("seed", json(seed));
        return this;
    }

    /** A source of Poisson spike trains, independent for each neuron. */
    public NetworkBuilder poisson(String name, int size, Frequency rate) {
        return source(name, "poisson", size, Map.of("rate", rate.text()));
    }

    /** A source of Poisson spike trains with a rate for each neuron. */
    public NetworkBuilder poisson(String name, Frequency... rates) {
        return source(name, "poisson", rates.length, Map.of("rate", List.of(rates)));
    }

    /**
     * A source of Poisson spike trains whose rate changes; silent before the first time.
     *
     * @param from when each rate begins, ascending
     * @param rates as many
     */
    public NetworkBuilder poisson(String name, int size, TimeSpan[] from, Frequency... rates) {
        if (from.length != rates.length) {
            throw InvalidInputException.ofArgument("profile: found " + from.length + " times and " + rates.length
                    + " rates, expected as many of each");
        }
        List<Object> steps = new ArrayList<>();
        for (int i = 0; i < from.length; i++) {
            Map<String, Object> step = new LinkedHashMap<>();
            step.put("from", from[i]);
            step.put("rate", rates[i]);
            steps.add(step);
        }
        return source(name, "poisson", size, Map.of("profile", steps));
    }

    /** A source of spikes at regular intervals, the first of them at time 0. */
    public NetworkBuilder regular(String name, int size, TimeSpan period) {
        return source(name, "regular", size, Map.of("period", period));
    }

    /** A source of spikes at regular intervals, the first of them after a phase. */
    public NetworkBuilder regular(String name, int size, TimeSpan period, TimeSpan phase) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("period", period);
        keys.put("phase", phase);
        return source(name, "regular", size, keys);
    }

    private NetworkBuilder source(String name, String kind, int size, Object keys) {
        draft.addInput(Objects.requireNonNull(name, "name")).put("size", size).set(kind, json(keys));
        return this;
    }

    /** A source of given spikes: at a tick each, a neuron, in any order. */
    public NetworkBuilder spikes(String name, int size, long[] ticks, int[] neurons) {
        checkEqual(ticks.length, neurons.length);
        for (long tick : ticks) {
            InvalidInputException.atLeast(0, tick, "ticks of spikes");
        }
        checkNeurons(neurons, size);
        return spikes(name, size, ArrayContent.spikesAtTicks(ticks.clone(), neurons.clone()));
    }

    /** A source of given spikes, by times in seconds; each spike is at the nearest tick. */
    public NetworkBuilder spikes(String name, int size, double[] seconds, int[] neurons) {
        checkEqual(seconds.length, neurons.length);
        double[] times = InvalidInputException.finite(seconds, "times of spikes");
        for (double time : times) {
            if (time < 0) {
                throw InvalidInputException.ofArgument("times of spikes: found " + time + " s, expected at least 0");
            }
        }
        checkNeurons(neurons, size);
        return spikes(name, size, ArrayContent.spikesAtSeconds(times, neurons.clone()));
    }

    private NetworkBuilder spikes(String name, int size, ArrayContent content) {
        ObjectNode input = draft.addInput(Objects.requireNonNull(name, "name")).put("size", size);
        draft.putArrays(input, "spikes", name, content);
        return this;
    }

    /** A source of the spikes in a file: CSV, NPY, NPZ or HDF5. */
    public NetworkBuilder spikes(String name, int size, Path file) {
        draft.addInput(name).put("size", size).set("spikes", json(file));
        return this;
    }

    private static void checkNeurons(int[] neurons, int size) {
        for (int neuron : neurons) {
            InvalidInputException.index(neuron, size, "neurons of spikes");
        }
    }

    private static void checkEqual(int times, int neurons) {
        if (times != neurons) {
            throw InvalidInputException.ofArgument(
                    "spikes: found " + times + " times and " + neurons + " neurons, expected as many of each");
        }
    }

    /**
     * An ear that hears recordings one after the other. Its front end and encoder have their defaults, unless {@link #set} changes them, as
     * in {@code set("/inputs/0/frontend/mel-bands", 32)}.
     */
    public NetworkBuilder sound(String name, Path... recordings) {
        List<Object> clips = new ArrayList<>();
        for (Path recording : recordings) {
            clips.add(Map.of("audio", recording));
        }
        draft.addInput(name).set("clips", json(clips));
        return this;
    }

    /** Adds a population of neurons of one type. */
    public PopulationBuilder population(String name, int size, NeuronType type) {
        Objects.requireNonNull(name, "name");
        return new PopulationBuilder(draft, name, size, Objects.requireNonNull(type, "type"));
    }

    /** Adds synapses from a population or source to a population, which may be the same. */
    public ProjectionBuilder connect(String from, String to) {
        return new ProjectionBuilder(draft, Objects.requireNonNull(from, "from"), Objects.requireNonNull(to, "to"));
    }

    /**
     * Only the spikes of these populations and sources go into run directories and hashes; without this, those of all. {@link RunOutcome#spikes}
     * gives those of all anyway.
     */
    public NetworkBuilder recordSpikes(String... names) {
        draft.section("record").set("spikes", json(names));
        return this;
    }

    /** A probe that samples membrane potentials from time to time, of some neurons or, if none are named, of all. */
    public NetworkBuilder recordPotentials(String population, TimeSpan every, int... neurons) {
        return probe("membrane", population, every, neurons);
    }

    /** A probe that samples synaptic currents, of a population that has such. */
    public NetworkBuilder recordCurrents(String population, TimeSpan every, int... neurons) {
        return probe("current", population, every, neurons);
    }

    private NetworkBuilder probe(String kind, String population, TimeSpan every, int... neurons) {
        ObjectNode probe = draft.list("record", kind)
                .addObject()
                .put("population", population)
                .put("every", every.text());
        if (neurons.length > 0) {
            probe.set("neurons", json(neurons));
        }
        return this;
    }

    /** A probe that samples the weights of all plastic projections. */
    public NetworkBuilder recordWeights(TimeSpan every) {
        draft.section("record").putObject("weights").put("every", every.text());
        return this;
    }

    /** A probe that samples spikes and rates of all populations. */
    public NetworkBuilder recordActivity(TimeSpan every) {
        draft.section("record").putObject("activity").put("every", every.text());
        return this;
    }

    /** The neuron of this population with most spikes decides, for each recording or for the whole run. */
    public NetworkBuilder decideBy(String population) {
        draft.section("decision").put("population", population);
        return this;
    }

    /** The devices that runs are costed on: names of {@link GanglionApi#devices()}, or profile files. */
    public NetworkBuilder devices(String... profiles) {
        draft.put("hardware", json(profiles));
        return this;
    }

    /**
     * Sets anything that scenario files can say, in the document of this network. Values are put in after all that the other methods say, one
     * after the other.
     *
     * @param pointer JSON pointer, such as {@code /seeds/noise} or {@code /network/projections/0/delay}; {@code -} adds to a list
     * @param value a text, a number, true or false, a {@link TimeSpan}, {@link Frequency} or {@link RandomValue}, an array, a list or a map, of
     *     which a copy is taken
     */
    public NetworkBuilder set(String pointer, Object value) {
        settings.add(new ScenarioHandle.Setting(
                Objects.requireNonNull(pointer, "pointer"), json(value).toString()));
        return this;
    }

    /**
     * The network as it is now, checked.
     *
     * @throws InvalidInputException with everything that does not fit together
     */
    public RunnableScenario build() {
        return GanglionException.translated(
                () -> new RunnableScenario(ScenarioHandle.of(documentName(), draft.write(), settings)));
    }

    /** A name that leads to no folder; the name itself is checked with the document. */
    private String documentName() {
        return "network " + name.replaceAll("[^A-Za-z0-9_.-]", "_");
    }

    /** Builds the network and runs it. */
    public RunOutcome run() {
        return build().run();
    }

    /** Builds the network and writes it as a scenario file: see {@link RunnableScenario#save}. */
    public RunnableScenario save(Path file) {
        return build().save(file);
    }
}
