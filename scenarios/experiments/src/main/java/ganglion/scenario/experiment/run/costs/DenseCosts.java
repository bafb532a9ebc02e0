package ganglion.scenario.experiment.run.costs;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.hardware.estimate.DecisionWork;
import ganglion.hardware.estimate.DecisionWork.TickRange;
import ganglion.hardware.estimate.DenseEstimate;
import ganglion.hardware.estimate.DenseTask;
import ganglion.hardware.estimate.Part;
import ganglion.hardware.estimate.PartEnergy;
import ganglion.hardware.estimate.Surroundings;
import ganglion.hardware.figure.Reliability;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.library.Reliabilities;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import ganglion.kernel.neuron.source.SpikeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Estimates the energy of a network of dense layers, evaluated once per step, on all shipped processors. The cochlea is not
 * counted. */
public final class DenseCosts {

    private final Network network;
    private final double stepSeconds;

    /**
     * @param sizes of the layers, from the inputs to the outputs
     * @param stepSeconds length of a step
     */
    public DenseCosts(List<Integer> sizes, double stepSeconds) {
        this.network = network(sizes);
        this.stepSeconds = stepSeconds;
    }

    /** Only the shape counts: the energy of a dense network does not depend on weights and inputs. */
    private static Network network(List<Integer> sizes) {
        List<Population> populations = new ArrayList<>();
        List<Projection> projections = new ArrayList<>();
        populations.add(new Population(
                "layer-0",
                sizes.get(0),
                new SpikeSource(SpikeRaster.builder(sizes.get(0)).build())));
        for (int k = 1; k < sizes.size(); k++) {
            int from = sizes.get(k - 1);
            int size = sizes.get(k);
            populations.add(new Population("layer-" + k, size, new LeakyIntegrator(0)));
            projections.add(new Projection(
                    "layer-" + (k - 1), "layer-" + k, new DenseSynapses(from, size, new double[from * size], 1)));
        }
        return new Network(populations, projections);
    }

    /** Multiply-accumulates per second of sound. */
    public double multiplyAccumulatesPerSecond() {
        return network.projections().stream()
                        .mapToDouble(projection -> projection.synapses().count())
                        .sum()
                / stepSeconds;
    }

    /** One line per device that computes in a format: what the network adds, and what the device draws when idle. */
    public List<EnergyLine> lines(NumberFormat format) {
        DenseTask task = DenseTask.artificial(network, List.of(), format, 1);
        return ProfileLibrary.builtIn().stream()
                .flatMap(profile -> DenseEstimate.of(profile, task, work(), NOTHING_BESIDE).stream())
                .map(this::line)
                .toList();
    }

    private DecisionWork work() {
        return new DecisionWork(List.of(new TickRange(0, 1)), stepSeconds, List.of());
    }

    private EnergyLine line(DecisionEstimate estimate) {
        PartEnergy network = estimate.energy(Boundary.MARGINAL).parts().get(Part.NETWORK);
        PartEnergy rest = estimate.energy(Boundary.ALWAYS_ON).parts().get(Part.STATIC);
        List<String> unknowns = new ArrayList<>(network.missing());
        unknowns.addAll(rest.missing());
        return new EnergyLine(
                "without spikes, " + estimate.format().orElseThrow().word(),
                estimate.profile().name(),
                perSecond(network.joules()),
                network.joules().isPresent(),
                perSecond(rest.joules()),
                unknowns);
    }

    private OptionalDouble perSecond(OptionalDouble joules) {
        return joules.isPresent() ? OptionalDouble.of(joules.getAsDouble() / stepSeconds) : joules;
    }

    /** Networks only: no front end stands beside them, and nothing is said of their error. */
    private static final Surroundings NOTHING_BESIDE = new Surroundings() {
        @Override
        public Optional<HardwareProfile> processor(String name) {
            return Optional.empty();
        }

        @Override
        public Map<Boundary, Reliability> reliability(HardwareProfile profile) {
            return Reliabilities.of(profile);
        }
    };
}
