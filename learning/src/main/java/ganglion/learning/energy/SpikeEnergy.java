package ganglion.learning.energy;

import ganglion.hardware.chip.ChipLimits.Limit;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.cost.EnergyModel;
import ganglion.hardware.cost.EnergyModel.PricedOperation;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import ganglion.learning.compile.CompileException;
import ganglion.learning.compile.CompiledModel;
import ganglion.learning.compile.CompiledModel.CompiledLayer;
import ganglion.learning.compile.ModelCompiler;
import ganglion.learning.engine.LayerActivity;
import ganglion.learning.loss.SpikePenalty;
import ganglion.learning.model.Model;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Energy of a model's spikes and neurons on a chip, as far as it is known without placing and running the network. A
 * spike costs the profile's energy of the spike itself, for one message to one core, and for as many synaptic operations as
 * its neuron has synapses on average; a neuron costs an idle update at each step. Not in it: hops over the mesh, what active
 * updates cost more than idle ones, spikes to several cores, the encoder and static power. For all that, run the compiled
 * scenario with the profile. Immutable.
 */
public final class SpikeEnergy {

    private static final List<Operation> ONCE_A_SPIKE =
            List.of(Operation.SPIKE, Operation.MESSAGE_OUT, Operation.MESSAGE_IN);
    private static final List<Operation> ONCE_A_SYNAPSE =
            List.of(Operation.SYNAPTIC_OPERATION, Operation.DENDRITE_UPDATE);
    private static final List<Operation> ONCE_A_STEP = List.of(Operation.NEURON_UPDATE_IDLE, Operation.NEURON_ACCESS);

    private final double joulesPerInputSpike;
    private final Map<Integer, Double> joulesPerSpike = new LinkedHashMap<>();
    private final double joulesPerNeuronStep;

    /**
     * Energy of a sample.
     *
     * @param spikeJoules energy of one spike, by layer
     * @param updateJoules what updating the neurons costs
     */
    public record Estimate(double spikeJoules, double updateJoules) {

        /** Both together. */
        public double totalJoules() {
            return spikeJoules + updateJoules;
        }
    }

    private SpikeEnergy(CompiledModel compiled, HardwareProfile profile) {
        Map<Operation, Double> joules = joules(profile);
        double crossbar = profile.cores()
                .limits()
                .of(Limit.CROSSBAR_ROW)
                .map(row -> row.value() * joules.getOrDefault(Operation.CROSSBAR_OPERATION, 0.0))
                .orElse(0.0);
        double perSpike = crossbar + sum(joules, ONCE_A_SPIKE);
        double perSynapse = sum(joules, ONCE_A_SYNAPSE);
        if (perSpike == 0 && perSynapse == 0) {
            throw new IllegalArgumentException("profile " + profile.name()
                    + " has no energy for a spike or a synaptic operation, so that fewer spikes save nothing on it");
        }
        joulesPerNeuronStep = sum(joules, ONCE_A_STEP);
        joulesPerInputSpike = perSpike
                + perSynapse
                        * compiled.inputSynapses().count()
                        / compiled.inputSynapses().sourceSize();
        for (CompiledLayer layer : compiled.layers()) {
            joulesPerSpike.put(layer.modelLayer(), perSpike + perSynapse * fanOut(compiled, layer));
        }
    }

    /**
     * The costs of a model on a chip. Counts the synapses that the model has at present: pruning makes spikes cheaper.
     *
     * @throws CompileException if the simulator, and so its account of energy, cannot run the model
     * @throws IllegalArgumentException if the profile lacks an energy that a spike needs
     */
    public static SpikeEnergy of(Model model, HardwareProfile profile) throws CompileException {
        return new SpikeEnergy(ModelCompiler.compile(model), profile);
    }

    /** Joules by operation, without those that another figure covers. */
    private static Map<Operation, Double> joules(HardwareProfile profile) {
        Map<Operation, Double> joules = new EnumMap<>(Operation.class);
        EnergyModel energies =
                new EnergyModel(profile.figures().energy(), profile.cores().execution());
        for (PricedOperation priced : energies.counted()) {
            joules.put(priced.operation(), priced.energy().figure().value());
        }
        return joules;
    }

    private static double sum(Map<Operation, Double> joules, List<Operation> operations) {
        return operations.stream()
                .mapToDouble(operation -> joules.getOrDefault(operation, 0.0))
                .sum();
    }

    /** Mean number of synapses that a neuron of a layer has. */
    private static double fanOut(CompiledModel compiled, CompiledLayer layer) {
        String name = layer.population().name();
        long synapses = compiled.projections().stream()
                .filter(projection -> projection.source().equals(name))
                .map(Projection::synapses)
                .mapToLong(Synapses::count)
                .sum();
        return (double) synapses / layer.population().size();
    }

    /** Joules of one spike of an input. */
    public double joulesPerInputSpike() {
        return joulesPerInputSpike;
    }

    /** Joules of one spike, by the position of its layer of neurons in the model. */
    public Map<Integer, Double> joulesPerSpike() {
        return Map.copyOf(joulesPerSpike);
    }

    /** Joules that a neuron costs at each step. */
    public double joulesPerNeuronStep() {
        return joulesPerNeuronStep;
    }

    /**
     * A price on spikes in proportion to their energy: the loss grows by {@code lossPerMicrojoule} for each microjoule that the
     * spikes of the hidden layers cost a sample.
     */
    public SpikePenalty penalty(double lossPerMicrojoule) {
        Map<Integer, Double> prices = new LinkedHashMap<>();
        joulesPerSpike.forEach((layer, joules) -> prices.put(layer, joules * 1e6 * lossPerMicrojoule));
        return new SpikePenalty(0, 0, 0, prices);
    }

    /**
     * What samples cost on average, without their input's spikes.
     *
     * @param activity of the layers of neurons, such as an evaluation reports
     * @param samples in how many samples, at least 1
     */
    public Estimate perSample(List<LayerActivity> activity, long samples) {
        double spikes = 0;
        double updates = 0;
        for (LayerActivity layer : activity) {
            for (long count : layer.spikesByNeuron()) {
                spikes += count * joulesPerSpike.get(layer.layer());
            }
            updates += joulesPerNeuronStep * layer.neuronSteps() * layer.spikesByNeuron().length;
        }
        return new Estimate(spikes / samples, updates / samples);
    }
}
