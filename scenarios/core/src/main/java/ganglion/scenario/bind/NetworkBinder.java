package ganglion.scenario.bind;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.quantity.TickTimes;
import ganglion.documents.table.TableException;
import ganglion.kernel.connectivity.Ends;
import ganglion.kernel.connectivity.SynapseEstimate;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.NetworkSlice;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.network.TargetSlice;
import ganglion.kernel.network.UnfitSynapseException;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.current.DrivenNeurons;
import ganglion.kernel.neuron.current.InputCurrent;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.kernel.plasticity.SynapseRule;
import ganglion.kernel.schedule.ThreadRule;
import ganglion.scenario.bind.SynapseLoader.UnfitFileException;
import ganglion.scenario.data.SpikeFiles;
import ganglion.scenario.model.Connectivity;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.ProjectionSpec;
import ganglion.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** Builds the network of a scenario, or a part of it. */
public final class NetworkBinder {

    private final Scenario scenario;
    private final TickTimes times;
    private final TaskRunner runner;
    private final Stimulus stimulus;
    private final NetworkSlice slices;
    private final boolean threadsAsNeeded;
    private final DoubleConsumer progress;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Integer> sizes = new HashMap<>();

    /** The hosted neurons of each population, core by core. */
    private final Map<String, List<TargetSlice>> hosted = new HashMap<>();

    private NetworkBinder(
            Scenario scenario,
            Stimulus stimulus,
            NetworkSlice slices,
            TaskRunner runner,
            boolean threadsAsNeeded,
            DoubleConsumer progress) {
        this.scenario = scenario;
        this.times = new TickTimes(scenario.clock());
        this.runner = runner;
        this.stimulus = stimulus;
        this.slices = slices;
        this.threadsAsNeeded = threadsAsNeeded;
        this.progress = progress;
    }

    /**
     * The network, with the scenario's inputs as its first populations.
     *
     * @param stimulus what the clips and samples feed in
     * @param runner builds the rows of synapses
     * @param progress receives the share of projections that are built
     * @throws InputException with a problem for each file that cannot be used or does not fit
     */
    public static Network bind(Scenario scenario, Stimulus stimulus, TaskRunner runner, DoubleConsumer progress)
            throws InputException {
        return bind(scenario, stimulus, runner, true, progress);
    }

    /**
     * The same for a run on the threads that build it.
     *
     * @param threadsAsNeeded whether the run takes fewer of them where the network keeps fewer busy
     * @throws InputException with a problem for each file that cannot be used or does not fit
     */
    public static Network bind(
            Scenario scenario, Stimulus stimulus, TaskRunner runner, boolean threadsAsNeeded, DoubleConsumer progress)
            throws InputException {
        return new NetworkBinder(scenario, stimulus, NetworkSlice.WHOLE, runner, threadsAsNeeded, progress).bind();
    }

    /**
     * A part of the same network: all populations and projections, but of the synapses those that end on some neurons. Lists
     * and matrices of weights are not read where a projection has no such target. The currents of a cochlea have few sources:
     * their synapses are read whole by everyone, and what flows is kept for the hosted neurons.
     *
     * @param slices the hosted neurons of each population, inputs before others
     * @throws InputException with a problem for each file that was read and cannot be used or does not fit
     */
    public static Network bind(
            Scenario scenario, Stimulus stimulus, NetworkSlice slices, TaskRunner runner, DoubleConsumer progress)
            throws InputException {
        return new NetworkBinder(scenario, stimulus, slices, runner, true, progress).bind();
    }

    private Network bind() throws InputException {
        List<Population> populations = new ArrayList<>();
        for (Input input : scenario.inputs()) {
            addSize(input.name(), input.size());
            populations.add(new Population(input.name(), input.size(), model(input)));
        }
        for (PopulationSpec spec : scenario.populations()) {
            addSize(spec.name(), spec.size());
            populations.add(new Population(spec.name(), spec.size(), spec.model(), spec.startTick()));
        }
        SynapseLoader.Surroundings surroundings = new SynapseLoader.Surroundings(times, scenario.random(), runner);
        if (slices == NetworkSlice.WHOLE) {
            int cores = coresOfWhole();
            hosted.replaceAll((name, all) -> TargetSlice.joined(all).shares(cores));
        }
        List<Projection> projections = new ArrayList<>();
        for (int number = 0; number < scenario.projections().size(); number++) {
            addProjection(scenario.projections().get(number), number, surroundings, populations, projections);
            progress.accept((double) projections.size() / scenario.projections().size());
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return new Network(populations, projections);
    }

    /** How many cores will share the whole network. */
    private int coresOfWhole() {
        return threadsAsNeeded ? LikelyThreads.of(scenario, sizes, runner.parallelism()) : runner.parallelism();
    }

    private void addSize(String name, int size) {
        hosted.put(name, slices.parts(sizes.size(), size));
        sizes.put(name, size);
    }

    private void addProjection(
            ProjectionSpec spec,
            int number,
            SynapseLoader.Surroundings surroundings,
            List<Population> populations,
            List<Projection> projections) {
        Ends ends = new Ends(
                sizes.get(spec.from()), sizes.get(spec.to()), spec.from().equals(spec.to()));
        try {
            boolean drives = isCurrents(scenario, spec.from());
            spec.plasticity()
                    .flatMap(SynapseRule::modulator)
                    .filter(name -> isCurrents(scenario, name))
                    .ifPresent(name -> {
                        throw new IllegalArgumentException(
                                "found the modulator " + name + ", which is currents, expected spikes");
                    });
            List<TargetSlice> shares = drives ? List.of(TargetSlice.whole(ends.targetSize())) : hosted.get(spec.to());
            Synapses synapses = new SynapseLoader(spec, number, ends, shares, surroundings).load();
            if (drives) {
                drive(populations, spec, synapses);
            } else {
                projections.add(new Projection(spec.from(), spec.to(), synapses, spec.plasticity()));
            }
        } catch (UnfitFileException e) {
            problems.add(scenario.problem(spec.pointer() + e.place(), e.getMessage()));
        } catch (UnfitSynapseException e) {
            boolean listed = spec.connectivity() instanceof Connectivity.EdgeList;
            String key =
                    listed ? "/connectivity" : e.part() == UnfitSynapseException.Part.WEIGHT ? "/weights" : "/delay";
            problems.add(scenario.problem(spec.pointer() + key, e.getMessage()));
        } catch (IllegalArgumentException e) { // too many synapses
            problems.add(scenario.problem(spec.pointer(), e.getMessage()));
        }
    }

    /** Whether an input of a scenario is currents, which its projections have flow into their targets: they are none of the network. */
    public static boolean isCurrents(Scenario scenario, String name) {
        return scenario.inputs().stream()
                .anyMatch(input ->
                        input.name().equals(name) && input instanceof Input.Audio audio && audio.injectsCurrents());
    }

    /** The bands of a cochlea flow into a population in place of spikes. */
    private void drive(List<Population> populations, ProjectionSpec spec, Synapses synapses) {
        if (spec.plasticity().isPresent()) {
            throw new IllegalArgumentException(
                    "found plasticity, which needs spikes, but " + spec.from() + " is currents");
        }
        InputCurrent current = current(spec, synapses);
        populations.replaceAll(population -> population.name().equals(spec.to())
                ? new Population(
                        population.name(),
                        population.size(),
                        new DrivenNeurons(population.model(), current),
                        population.startTick())
                : population);
    }

    private InputCurrent current(ProjectionSpec spec, Synapses synapses) {
        Optional<OpenInput> open = open(spec.from());
        if (open.isPresent()) {
            return open.get().connect(new OpenCurrent(spec.from(), spec.to(), synapses));
        }
        float[][] rows = stimulus.currents().getOrDefault(spec.from(), new float[0][]);
        return WeightedCurrent.of(spec.from(), spec.to(), rows, synapses, TargetSlice.joined(hosted.get(spec.to())));
    }

    private NeuronModel model(Input input) {
        if (input instanceof Input.Generated generated) {
            return generated.model();
        }
        return open(input.name()).<NeuronModel>map(OpenInput::source).orElseGet(() -> new SpikeSource(spikes(input)));
    }

    private Optional<OpenInput> open(String name) {
        return stimulus.open().filter(open -> open.name().equals(name));
    }

    private SpikeRaster spikes(Input input) {
        if (!(input instanceof Input.SpikeList list)) {
            return stimulus.spikes().getOrDefault(input.name(), SpikeRaster.empty(input.size()));
        }
        try {
            return SpikeFiles.read(list.file().resolved(), list.part(), list.size(), scenario.clock());
        } catch (TableException e) {
            problems.add(scenario.problem(list.pointer() + "/spikes", list.file() + ": " + e.getMessage()));
            return SpikeRaster.empty(list.size());
        }
    }

    /**
     * On how many threads a scenario's network will probably be run, before it is built. Memory depends on it, results do not: synapses
     * that are laid out for another number of cores are copied.
     */
    private static final class LikelyThreads {

        private LikelyThreads() {}

        /**
         * By {@link ThreadRule}, from the synapses that rules draw, of which there are about as many as are estimated.
         *
         * @param sizes number of neurons of each population and input
         * @param most threads that there are
         */
        static int of(Scenario scenario, Map<String, Integer> sizes, int most) {
            if (most == 1) {
                return 1;
            }
            long neurons = scenario.populations().stream()
                    .filter(population -> population.model().takesInput())
                    .mapToLong(PopulationSpec::size)
                    .sum();
            long synapses = scenario.projections().stream()
                    .mapToLong(spec -> synapses(spec, sizes))
                    .sum();
            return ThreadRule.threads(neurons, synapses, most);
        }

        private static long synapses(ProjectionSpec spec, Map<String, Integer> sizes) {
            if (!(spec.connectivity() instanceof Connectivity.Rule rule)) {
                return 0;
            }
            try {
                return SynapseEstimate.of(
                        rule.connector(),
                        new Ends(
                                sizes.get(spec.from()),
                                sizes.get(spec.to()),
                                spec.from().equals(spec.to())));
            } catch (IllegalArgumentException e) { // a rule that cannot join them is reported when it is asked to
                return 0;
            }
        }
    }
}
