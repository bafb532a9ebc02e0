package ganglion.scenario.bind;

import ganglion.cochlea.encode.CurrentInjection;
import ganglion.kernel.connectivity.Ends;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.DrivenNeurons;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.SpikeSource;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.scenario.Input;
import ganglion.scenario.InputException;
import ganglion.scenario.PopulationSpec;
import ganglion.scenario.Problem;
import ganglion.scenario.ProjectionSpec;
import ganglion.scenario.RandomStreams;
import ganglion.scenario.Scenario;
import ganglion.scenario.data.DataFileException;
import ganglion.scenario.data.SpikeLists;
import ganglion.scenario.data.TickTimes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/** Builds the network of a scenario. */
public final class NetworkBinder {

    private static final int MOST_SPIKES = 100_000_000;

    private final Scenario scenario;
    private final TickTimes times;
    private final SynapseLoader.Surroundings surroundings;
    private final Map<String, SpikeRaster> heard;
    private final Map<String, float[][]> currents;
    private final DoubleConsumer progress;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Integer> sizes = new HashMap<>();

    private NetworkBinder(
            Scenario scenario,
            Map<String, SpikeRaster> heard,
            Map<String, float[][]> currents,
            TaskRunner runner,
            DoubleConsumer progress) {
        this.scenario = scenario;
        this.currents = currents;
        this.times = new TickTimes(scenario.clock());
        this.surroundings = new SynapseLoader.Surroundings(times, new RandomStreams(scenario.seed()), runner);
        this.heard = heard;
        this.progress = progress;
    }

    /**
     * The network, with the scenario's inputs as its first populations.
     *
     * @param heard spikes of the audio inputs, by name; an input that is not among them is silent
     * @param runner builds the rows of synapses
     * @param progress told the share of projections that are built
     * @throws InputException with a problem for each file that cannot be used or does not fit
     */
    public static Network bind(
            Scenario scenario, Map<String, SpikeRaster> heard, TaskRunner runner, DoubleConsumer progress)
            throws InputException {
        return bind(scenario, heard, Map.of(), runner, progress);
    }

    /**
     * The same with audio inputs that are currents rather than spikes.
     *
     * @param currents numbers of such inputs, by name, a row for each tick; an input that is not among them is silent
     */
    public static Network bind(
            Scenario scenario,
            Map<String, SpikeRaster> heard,
            Map<String, float[][]> currents,
            TaskRunner runner,
            DoubleConsumer progress)
            throws InputException {
        return new NetworkBinder(scenario, heard, currents, runner, progress).bind();
    }

    private Network bind() throws InputException {
        List<Population> populations = new ArrayList<>();
        for (Input input : scenario.inputs()) {
            sizes.put(input.name(), input.size());
            NeuronModel model =
                    input instanceof Input.Generated generated ? generated.model() : new SpikeSource(spikes(input));
            populations.add(new Population(input.name(), input.size(), model));
        }
        for (PopulationSpec spec : scenario.populations()) {
            sizes.put(spec.name(), spec.size());
            populations.add(new Population(spec.name(), spec.size(), spec.model(), spec.startTick()));
        }
        List<Projection> projections = new ArrayList<>();
        for (int number = 0; number < scenario.projections().size(); number++) {
            addProjection(scenario.projections().get(number), number, projections, populations);
            progress.accept((number + 1.0) / scenario.projections().size());
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return new Network(populations, projections);
    }

    private void addProjection(
            ProjectionSpec spec, int number, List<Projection> projections, List<Population> populations) {
        Ends ends = new Ends(
                sizes.get(spec.from()), sizes.get(spec.to()), spec.from().equals(spec.to()));
        try {
            SynapseLoader loader = new SynapseLoader(spec, number, ends, surroundings);
            Synapses synapses = loader.load();
            if (isCurrent(spec.from())) {
                spec.plasticity().ifPresent(rule -> {
                    throw new IllegalArgumentException(
                            "found plasticity, which needs spikes, but " + spec.from() + " is currents");
                });
                populations.replaceAll(population -> population.name().equals(spec.to())
                        ? driven(population, synapses, currents.getOrDefault(spec.from(), new float[0][]))
                        : population);
            } else {
                projections.add(new Projection(spec.from(), spec.to(), synapses, spec.plasticity()));
            }
        } catch (UnfitFileException e) {
            problems.add(scenario.problem(spec.pointer() + e.place(), e.getMessage()));
        } catch (IllegalArgumentException e) { // too many synapses, or a weight that overflowed
            problems.add(scenario.problem(spec.pointer(), e.getMessage()));
        }
    }

    private boolean isCurrent(String input) {
        return scenario.inputs().stream()
                .anyMatch(each -> each.name().equals(input)
                        && each instanceof Input.Audio audio
                        && audio.cochlea().encoder() instanceof CurrentInjection);
    }

    /** A population that numbers flow into, weighted by synapses. */
    private static Population driven(Population population, Synapses synapses, float[][] rows) {
        DrivenNeurons model = new DrivenNeurons(population.model(), WeightedCurrent.of(rows, synapses));
        return new Population(population.name(), population.size(), model, population.startTick());
    }

    private SpikeRaster spikes(Input input) {
        if (!(input instanceof Input.SpikeList list)) {
            return heard.getOrDefault(input.name(), SpikeRaster.empty(input.size()));
        }
        try {
            return SpikeLists.read(list.file().resolved(), list.size(), MOST_SPIKES, times::nearestTick);
        } catch (DataFileException e) {
            problems.add(scenario.problem(list.pointer() + "/spikes", list.file() + ": " + e.getMessage()));
            return SpikeRaster.empty(list.size());
        }
    }
}
