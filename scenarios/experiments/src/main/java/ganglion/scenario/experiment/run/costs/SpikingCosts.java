package ganglion.scenario.experiment.run.costs;

import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.Costing;
import ganglion.hardware.cost.EnergyComponent;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.schedule.Partition;
import ganglion.kernel.time.Clock;
import ganglion.learning.compile.CompileException;
import ganglion.learning.compile.CompiledModel;
import ganglion.learning.compile.ModelCompiler;
import ganglion.learning.model.Model;
import ganglion.learning.sample.Sample.SampleInput;
import ganglion.learning.train.DataSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Estimates the energy of the samples of a set on all shipped neuromorphic chips; each sample is its own run of the simulator.
 * The cochlea is not counted: numbers reach the first layer of neurons as currents.
 */
public final class SpikingCosts {

    private final CompiledModel compiled;
    private final Clock clock;
    private final List<HardwareProfile> profiles = ProfileLibrary.builtIn().stream()
            .filter(profile -> profile.cores().execution() == Execution.SPIKING)
            .toList();
    private final double[] dynamicJoules = new double[profiles.size()];
    private final double[] staticJoules = new double[profiles.size()];
    private List<ChipCost> latest = List.of();
    private double seconds;
    private long synapticOperations;
    private long neuronUpdates;
    private long spikes;

    private SpikingCosts(Model model, double stepSeconds) throws CompileException {
        this.compiled = ModelCompiler.compile(model);
        this.clock = new Clock(stepSeconds);
    }

    /**
     * Runs and costs all samples.
     *
     * @param stepSeconds length of a step of the model
     * @throws CompileException if the simulator cannot run the model
     */
    public static SpikingCosts of(Model model, double stepSeconds, DataSet samples) throws CompileException {
        SpikingCosts costs = new SpikingCosts(model, stepSeconds);
        for (int i = 0; i < samples.size(); i++) {
            costs.add(samples.sample(i, 0).input());
        }
        return costs;
    }

    private void add(SampleInput input) {
        Network network = compiled.network(input);
        long ticks = compiled.ticks(input.steps());
        SimulationResult result = SequentialSimulation.run(network, Partition.whole(network), ticks, List.of());
        List<SpikeRaster> rasters = network.populations().stream()
                .map(Population::name)
                .map(result::spikesOf)
                .toList();
        latest = Costing.cost(new Workload(network, rasters, ticks, clock), profiles);
        seconds += clock.seconds(ticks);
        rasters.forEach(raster -> spikes += raster.firstIndexAt(ticks));
        for (int p = 0; p < profiles.size(); p++) {
            ChipCost cost = latest.get(p);
            dynamicJoules[p] += cost.energy().knownDynamicJoules();
            staticJoules[p] += cost.energy().knownJoules() - cost.energy().knownDynamicJoules();
        }
        latest.stream().filter(cost -> cost.placement().fits()).findFirst().ifPresent(this::count);
    }

    private void count(ChipCost cost) {
        synapticOperations += cost.work().operations().getOrDefault(Operation.SYNAPTIC_OPERATION, 0L);
        neuronUpdates += cost.work().operations().getOrDefault(Operation.NEURON_UPDATE_ACTIVE, 0L)
                + cost.work().operations().getOrDefault(Operation.NEURON_UPDATE_IDLE, 0L);
    }

    /** Synaptic operations per second of samples, on the first chip that holds the network. */
    public double synapticOperationsPerSecond() {
        return synapticOperations / seconds;
    }

    /** Neuron updates per second of samples, on the first chip that holds the network. */
    public double neuronUpdatesPerSecond() {
        return neuronUpdates / seconds;
    }

    /** Spikes per second of samples, including those of the inputs. */
    public double spikesPerSecond() {
        return spikes / seconds;
    }

    /** Means over the samples, one line per chip. */
    public List<EnergyLine> lines() {
        List<EnergyLine> lines = new ArrayList<>();
        for (int p = 0; p < profiles.size(); p++) {
            ChipCost cost = latest.get(p);
            boolean staticKnown = cost.energy().staticWatts().isPresent();
            boolean dynamicKnown = knowsOperations(cost);
            lines.add(new EnergyLine(
                    "spiking",
                    profiles.get(p).name(),
                    dynamicKnown || dynamicJoules[p] > 0
                            ? OptionalDouble.of(dynamicJoules[p] / seconds)
                            : OptionalDouble.empty(),
                    dynamicKnown,
                    staticKnown ? OptionalDouble.of(staticJoules[p] / seconds) : OptionalDouble.empty(),
                    List.copyOf(unknowns(cost))));
        }
        return lines;
    }

    /** Whether the energy of each operation of the network is known. */
    private static boolean knowsOperations(ChipCost cost) {
        return cost.placement().fits()
                && cost.energy().components().stream()
                        .filter(component -> !component.name().equals(EnergyComponent.STATIC))
                        .allMatch(component -> component.joules().isPresent());
    }

    private static Set<String> unknowns(ChipCost cost) {
        Set<String> unknowns = new LinkedHashSet<>();
        if (!cost.placement().fits()) {
            unknowns.add("the network does not fit");
        }
        cost.energy().components().stream()
                .filter(component -> component.joules().isEmpty())
                .map(EnergyComponent::label)
                .map(label -> label.equals("static power") ? label : "energy of " + label)
                .forEach(unknowns::add);
        if (cost.energy().staticWatts().isEmpty() && cost.profile().boundary().countsStaticPower()) {
            unknowns.add("static power");
        }
        return unknowns;
    }
}
