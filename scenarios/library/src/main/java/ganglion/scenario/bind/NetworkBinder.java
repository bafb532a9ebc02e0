package ganglion.scenario.bind;

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
import ganglion.scenario.HeardInput;
import ganglion.scenario.Input;
import ganglion.scenario.InputException;
import ganglion.scenario.PopulationSpec;
import ganglion.scenario.Presented;
import ganglion.scenario.Problem;
import ganglion.scenario.ProjectionSpec;
import ganglion.scenario.Scenario;
import ganglion.scenario.data.DataFileException;
import ganglion.scenario.data.TickTimes;
import ganglion.scenario.interchange.spikedata.SpikeFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/** Builds the network of a scenario. */
public final class NetworkBinder {

    private final Scenario scenario;
    private final TickTimes times;
    private final SynapseLoader.Surroundings surroundings;
    private final Map<String, SpikeRaster> spikes = new HashMap<>();
    private final Map<String, HeardInput> currents = new HashMap<>();
    private final DoubleConsumer progress;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Integer> sizes = new HashMap<>();

    private NetworkBinder(Scenario scenario, Inputs inputs, TaskRunner runner, DoubleConsumer progress) {
        this.scenario = scenario;
        this.times = new TickTimes(scenario.clock());
        this.surroundings = new SynapseLoader.Surroundings(times, scenario.random(), runner);
        inputs.presented().forEach(input -> spikes.put(input.input(), input.spikes()));
        inputs.heard().forEach(input -> currents.put(input.input(), input));
        this.progress = progress;
    }

    /**
     * What comes in.
     *
     * @param presented spikes of clips and samples; an input that is not among them is silent
     * @param heard what audio inputs heard, for those that drive neurons by currents
     */
    public record Inputs(List<Presented> presented, List<HeardInput> heard) {

        /** Silence, for those who look at the network only. */
        public static final Inputs NONE = new Inputs(List.of(), List.of());
    }

    /**
     * The network, with the scenario's inputs as its first populations.
     *
     * @param inputs what was heard and read
     * @param runner builds the rows of synapses
     * @param progress told the share of projections that are built
     * @throws InputException with a problem for each file that cannot be used or does not fit
     */
    public static Network bind(Scenario scenario, Inputs inputs, TaskRunner runner, DoubleConsumer progress)
            throws InputException {
        return new NetworkBinder(scenario, inputs, runner, progress).bind();
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
            addProjection(scenario.projections().get(number), number, populations, projections);
            progress.accept((double) projections.size() / scenario.projections().size());
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return new Network(populations, projections);
    }

    private void addProjection(
            ProjectionSpec spec, int number, List<Population> populations, List<Projection> projections) {
        Ends ends = new Ends(
                sizes.get(spec.from()), sizes.get(spec.to()), spec.from().equals(spec.to()));
        try {
            SynapseLoader loader = new SynapseLoader(spec, number, ends, surroundings);
            Synapses synapses = loader.load();
            if (injectsCurrents(spec.from())) {
                drive(populations, spec, synapses);
            } else {
                projections.add(new Projection(spec.from(), spec.to(), synapses, spec.plasticity()));
            }
        } catch (UnfitFileException e) {
            problems.add(scenario.problem(spec.pointer() + e.place(), e.getMessage()));
        } catch (IllegalArgumentException e) { // too many synapses, or a weight that overflowed
            problems.add(scenario.problem(spec.pointer(), e.getMessage()));
        }
    }

    private boolean injectsCurrents(String name) {
        return scenario.inputs().stream()
                .anyMatch(input ->
                        input.name().equals(name) && input instanceof Input.Audio audio && audio.injectsCurrents());
    }

    /** The drive of an ear flows into a population in the place of spikes. */
    private void drive(List<Population> populations, ProjectionSpec spec, Synapses synapses) {
        if (spec.plasticity().isPresent() || !haveOneDelay(synapses)) {
            throw new IllegalArgumentException(
                    "found plasticity or more than one delay from an input that drives currents, expected neither");
        }
        for (int p = 0; p < populations.size(); p++) {
            Population target = populations.get(p);
            if (target.name().equals(spec.to()) && currents.containsKey(spec.from()) && synapses.count() > 0) {
                DrivenCurrent current = new DrivenCurrent(currents.get(spec.from()), synapses);
                NeuronModel driven = new DrivenNeurons(target.model(), current);
                populations.set(p, new Population(target.name(), target.size(), driven, target.startTick()));
            }
        }
    }

    private static boolean haveOneDelay(Synapses synapses) {
        for (int source = 0; source < synapses.sourceSize(); source++) {
            for (int i = 0; i < synapses.outDegree(source); i++) {
                if (synapses.delayTicks(source, i) != synapses.smallestDelayTicks()) {
                    return false;
                }
            }
        }
        return true;
    }

    private SpikeRaster spikes(Input input) {
        if (!(input instanceof Input.SpikeList list)) {
            return spikes.getOrDefault(input.name(), SpikeRaster.empty(input.size()));
        }
        try {
            return SpikeFiles.read(list.file().resolved(), list.part(), list.size(), scenario.clock());
        } catch (DataFileException e) {
            problems.add(scenario.problem(list.pointer() + "/spikes", list.file() + ": " + e.getMessage()));
            return SpikeRaster.empty(list.size());
        }
    }
}
