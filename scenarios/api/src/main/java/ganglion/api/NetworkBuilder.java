package ganglion.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.Suggestions;
import ganglion.documents.place.ReadDocument;
import ganglion.scenario.format.neuron.ModelKeys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A network that is built in code. Everything ends up in a scenario document, which is checked by the reader of scenario files; so the
 * network gives the same bits as its {@linkplain #save saved file}, and all that files can say can be {@linkplain #set set}. What is said twice counts as it was said last. Long arrays
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
    private final NetworkDocument document;
    private final List<Setting> settings = new ArrayList<>();

    /** A value as JSON that is set at a pointer. */
    private record Setting(String pointer, String text) {}

    NetworkBuilder(String name) {
        this.name = Objects.requireNonNull(name, "name");
        this.document = new NetworkDocument(name);
    }

    /** One paragraph for readers of reports. */
    public NetworkBuilder description(String text) {
        document.root().put("description", text);
        return this;
    }

    /** The length of a tick; every time of the network is a whole number of ticks. */
    public NetworkBuilder tick(TimeSpan length) {
        document.section("clock").put("tick", length.text());
        return this;
    }

    /** How long a run lasts. Needed unless sound is heard to its end. */
    public NetworkBuilder duration(TimeSpan length) {
        document.section("clock").put("duration", length.text());
        return this;
    }

    /** The seed of everything random, at least 0; 42 if it is not set. */
    public NetworkBuilder seed(long seed) {
        document.root().put("seed", seed);
        return this;
    }

    /** A source of Poisson spike trains, independent for each neuron. */
    public NetworkBuilder poisson(String name, int size, Frequency rate) {
        return source(name, size, "poisson", Map.of("rate", rate));
    }

    /** A source of Poisson spike trains with a rate for each neuron. */
    public NetworkBuilder poisson(String name, Frequency... rates) {
        return source(name, rates.length, "poisson", Map.of("rate", rates));
    }

    /** A source of spikes at regular intervals, the first of them after a phase. */
    public NetworkBuilder regular(String name, int size, TimeSpan period, TimeSpan phase) {
        return source(name, size, "regular", Map.of("period", period, "phase", phase));
    }

    /** A source of given spikes: at a tick each, a neuron, in any order. */
    public NetworkBuilder spikes(String name, int size, long[] ticks, int[] neurons) {
        return spikes(name, size, ticks.length, ticks.clone(), neurons);
    }

    /** A source of given spikes, by times in seconds; each spike is at the nearest tick. */
    public NetworkBuilder spikes(String name, int size, double[] seconds, int[] neurons) {
        return spikes(name, size, seconds.length, seconds.clone(), neurons);
    }

    private NetworkBuilder spikes(String name, int size, int count, Object times, int[] neurons) {
        if (count != neurons.length) {
            throw new GanglionException(
                    name + ": found " + count + " times and " + neurons.length + " neurons, expected as many of each");
        }
        document.putSpikes(input(name).put("size", checked(name, size)), name, times, neurons);
        return this;
    }

    /** A source of the spikes in a file: CSV, NPY, NPZ or HDF5. */
    public NetworkBuilder spikes(String name, int size, Path file) {
        return source(name, size, "spikes", absolute(file));
    }

    /**
     * An ear that hears recordings one after the other. Its front end and encoder have their defaults, unless {@link #set} changes them, as
     * in {@code set("/inputs/0/frontend/mel-bands", 32)}.
     */
    public NetworkBuilder sound(String name, Path... recordings) {
        List<?> clips = Arrays.stream(recordings)
                .map(recording -> Map.of("audio", absolute(recording)))
                .toList();
        input(name).set("clips", NetworkDocument.json(clips));
        return this;
    }

    private static String absolute(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    private NetworkBuilder source(String name, int size, String kind, Object value) {
        input(name).put("size", checked(name, size)).set(kind, NetworkDocument.json(value));
        return this;
    }

    private ObjectNode input(String name) {
        return document.root()
                .withArrayProperty("inputs")
                .addObject()
                .put("name", Objects.requireNonNull(name, "name"));
    }

    private static int checked(String name, int size) {
        if (size < 1) {
            throw new GanglionException(name + ": found " + size + " neurons, expected at least 1");
        }
        return size;
    }

    /**
     * Adds a population of neurons of one type. A model of equations of the network's own is {@link #set} before.
     *
     * @throws GanglionException if it has no neurons, or there is no such model
     */
    public PopulationBuilder population(String name, int size, NeuronType type) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Collection<String> known = ModelKeys.parametersByModel().keySet();
        if (!known.contains(type.model()) && settings.stream().noneMatch(set -> set.pointer.startsWith("/models"))) {
            throw new GanglionException(name + ": found the unknown model \"" + type.model() + "\", expected one of "
                    + String.join(", ", known) + Suggestions.hint(type.model(), known));
        }
        return new PopulationBuilder(document, name, checked(name, size), type);
    }

    /** Adds synapses from a population or source to a population, which may be the same. */
    public ProjectionBuilder connect(String from, String to) {
        return new ProjectionBuilder(document, Objects.requireNonNull(from, "from"), Objects.requireNonNull(to, "to"));
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
        ObjectNode probe =
                document.add("record", kind).put("population", population).put("every", every.text());
        if (neurons.length > 0) {
            probe.set("neurons", NetworkDocument.json(neurons));
        }
        return this;
    }

    /** A probe that samples the weights of all plastic projections. */
    public NetworkBuilder recordWeights(TimeSpan every) {
        document.section("record").putObject("weights").put("every", every.text());
        return this;
    }

    /** A probe that samples spikes and rates of all populations. */
    public NetworkBuilder recordActivity(TimeSpan every) {
        document.section("record").putObject("activity").put("every", every.text());
        return this;
    }

    /** The neuron of this population with most spikes decides, for each recording or for the whole run. */
    public NetworkBuilder decideBy(String population) {
        document.section("decision").put("population", population);
        return this;
    }

    /** The devices that runs are costed on: names of {@link GanglionApi#devices()}, or profile files. */
    public NetworkBuilder devices(String... profiles) {
        document.root().set("hardware", NetworkDocument.json(profiles));
        return this;
    }

    /**
     * Sets anything that scenario files can say, in the document of this network. Values are put in after all that the other methods say, one
     * after the other.
     *
     * @param pointer JSON pointer, such as {@code /seeds/noise} or {@code /network/projections/0/delay}; {@code -} adds to a list
     * @param value a text, a number, true or false, a {@link TimeSpan}, {@link Frequency} or {@link RandomValue}, an array, a list or a map, of
     *     which a copy is taken; members of maps are put in the order of their keys
     */
    public NetworkBuilder set(String pointer, Object value) {
        settings.add(new Setting(
                Objects.requireNonNull(pointer, "pointer"),
                NetworkDocument.json(value).toString()));
        return this;
    }

    /**
     * The network as it is now, checked.
     *
     * @throws GanglionException with everything that does not fit together
     */
    public RunnableScenario build() {
        return GanglionException.translated(() -> {
            // A name that leads to no folder; the name itself is checked with the document.
            String file = "network " + name.replaceAll("[^A-Za-z0-9_.-]", "_");
            NetworkDocument.Written written = document.write();
            ReadDocument made = ReadDocument.made(file, written.root());
            for (Setting setting : settings) {
                made = made.changed(setting.pointer, setting.text);
            }
            return RunnableScenario.inMemory(file, made, written.folder());
        });
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
