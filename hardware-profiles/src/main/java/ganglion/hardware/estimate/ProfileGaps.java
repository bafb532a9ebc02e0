package ganglion.hardware.estimate;

import ganglion.hardware.chip.ChipModels.Group;
import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.NumberFormat;
import ganglion.hardware.chip.PowerStates;
import ganglion.hardware.chip.Processor;
import ganglion.hardware.chip.Processor.LayerKind;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.Costing;
import ganglion.hardware.cost.EnergyComponent;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.signal.SignalOperation;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What estimates on a device would lack, and what follows from it. Nothing of it is wrong: what is unknown is left out. */
public final class ProfileGaps {

    private final HardwareProfile profile;
    private final List<String> gaps = new ArrayList<>();

    private ProfileGaps(HardwareProfile profile) {
        this.profile = profile;
    }

    /** One line each, such as {@code sleep power: it idles between decisions}; none if nothing is missing. */
    public static List<String> of(HardwareProfile profile) {
        ProfileGaps found = new ProfileGaps(profile);
        if (profile.cores().execution() == Execution.SPIKING) {
            found.lookAtModels();
            found.lookAtChip();
        } else {
            found.lookAtProcessor();
        }
        found.lookAtPowers();
        found.lookAtFrontEnd();
        return List.copyOf(found.gaps);
    }

    private void lookAtModels() {
        Arrays.stream(Group.values())
                .filter(group -> !profile.cores().models().known().containsKey(group))
                .forEach(group -> gaps.add(group.label() + ": not known whether the chip takes a network"));
    }

    /** Costs the smallest of networks, so that what is missing there is what reports would miss. */
    private void lookAtChip() {
        ChipCost cost = Costing.cost(smallest(), profile);
        cost.placement().problems().forEach(problem -> gaps.add("room for a network: " + problem));
        cost.timing().unknown().forEach(time -> gaps.add(time + ": no latency"));
        cost.energy().components().stream()
                .filter(component ->
                        component.joules().isEmpty() && !component.name().equals(EnergyComponent.STATIC))
                .forEach(component -> gaps.add("energy of " + component.label() + ": totals are lower bounds"));
    }

    /** One input that fires once into one neuron, for two ticks. */
    private static Workload smallest() {
        SpikeRaster spike = SpikeRaster.builder(1).add(0, 0).build();
        Network network = new Network(
                List.of(
                        new Population("input", 1, new SpikeSource(spike)),
                        new Population("neuron", 1, new Lif(LifParameters.of(0.9, 1)))),
                List.of(new Projection("input", "neuron", new DenseSynapses(1, 1, new double[] {2}, 1))));
        return new Workload(network, List.of(spike, SpikeRaster.builder(1).build()), 2, new Clock(1e-3));
    }

    private void lookAtProcessor() {
        if (profile.conventional().processor().isEmpty()) {
            gaps.add("processor: no latency, and no energy from its power");
            return;
        }
        Processor processor = profile.conventional().processor().get();
        for (LayerKind kind : LayerKind.values()) {
            if (Arrays.stream(NumberFormat.values())
                    .noneMatch(
                            format -> processor.multiplyAccumulate(kind, format).isPresent())) {
                gaps.add("time of a multiply-accumulate in a " + kind.word()
                        + " layer: neither time nor energy of a network that" + " has one");
            }
        }
    }

    private void lookAtPowers() {
        PowerStates power = profile.figures().power();
        boolean priced = !profile.figures().energy().isEmpty()
                || !profile.conventional().arithmetic().isEmpty();
        if (power.run().isEmpty() && !priced) {
            gaps.add("run power: no energy of a network");
        }
        if (!profile.boundary().countsStaticPower() || profile.isAllIn()) {
            return;
        }
        if (power.idle().isEmpty()) {
            gaps.add("idle power: no energy of a device that is always on");
        }
        if (power.sleep().isEmpty()) {
            gaps.add("sleep power: " + (power.idle().isPresent() ? "it idles" : "nothing is known")
                    + " between decisions");
        }
    }

    private void lookAtFrontEnd() {
        Map<String, Figure> signal =
                profile.conventional().processor().map(Processor::signal).orElse(Map.of());
        if (profile.surroundings().frontEnd().isPresent()) {
            return;
        }
        if (signal.isEmpty()) {
            gaps.add("front-end: no energy of a network that hears sound");
            return;
        }
        String missing = Arrays.stream(SignalOperation.values())
                .map(SignalOperation::key)
                .filter(key -> !signal.containsKey(key))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            gaps.add("time of signal processing (" + missing + "): no time of a front end that needs it");
        }
    }
}
