package ganglion.scenario.experiment.run.costs;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.comparison.Baseline;
import ganglion.hardware.comparison.BaselineSetting;
import ganglion.hardware.cost.EnergyComponent;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import ganglion.kernel.neuron.source.SpikeSource;
import java.util.ArrayList;
import java.util.List;

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

    /** One line per processor that computes in a format. */
    public List<EnergyLine> lines(NumberFormat format) {
        List<EnergyLine> lines = new ArrayList<>();
        for (HardwareProfile profile : ProfileLibrary.builtIn()) {
            if (Baseline.isPossibleOn(profile)) {
                lines.add(line(profile, format));
            }
        }
        return lines;
    }

    private EnergyLine line(HardwareProfile profile, NumberFormat format) {
        BaselineSetting setting = new BaselineSetting(format, false, 1, 1 / stepSeconds, 1);
        Baseline found = Baseline.of(network, profile, standIn(), setting);
        List<String> unknowns = new ArrayList<>();
        double joules = 0;
        for (EnergyComponent component : found.components()) {
            joules += component.joules().orElse(0);
            if (component.joules().isEmpty()) {
                unknowns.add("energy of " + component.label());
            }
        }
        if (!profile.isAllIn() && profile.memory().isEmpty()) {
            unknowns.add("its memory; that of " + standIn().name() + " is used instead");
        }
        if (profile.isAllIn()) {
            unknowns.add("idle power, as the figure holds at full load");
        } else if (found.staticWatts().isEmpty() && profile.countsStaticPower()) {
            unknowns.add("static power");
        }
        return new EnergyLine(
                "without spikes, " + format.word(),
                profile.name(),
                joules / stepSeconds,
                found.staticWatts(),
                unknowns);
    }

    private static HardwareProfile standIn() {
        try {
            return ProfileLibrary.find("ideal-45nm");
        } catch (ProfileException e) {
            throw new IllegalStateException("a profile that ships with Ganglion is not there", e);
        }
    }
}
