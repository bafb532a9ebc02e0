package ganglion.report.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.hardware.chip.ChipLimits;
import ganglion.hardware.chip.EnergyFigure;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.figure.Measurement;
import java.util.Optional;

/** Every figure of a profile with its evidence, in the order of the profile documents. */
final class FigureSection {

    private final ArrayNode figures = JsonNodes.array();

    private FigureSection() {}

    static ArrayNode of(HardwareProfile profile) {
        FigureSection all = new FigureSection();
        for (Operation operation : Operation.values()) {
            EnergyFigure energy = profile.energy().get(operation);
            if (energy != null) {
                all.add(
                        "energy: " + operation.label() + " ("
                                + energy.accounting().word() + ")",
                        energy.figure());
            }
        }
        all.add("static power of a chip", profile.staticPower());
        for (Operation operation : Operation.values()) {
            all.add(
                    "time: " + operation.label(),
                    Optional.ofNullable(profile.time().get(operation)));
        }
        all.addLimits(profile.limits());
        for (Measurement measurement : profile.measurements()) {
            all.add("measured: " + measurement.what(), measurement.figure());
        }
        return all.figures;
    }

    private void addLimits(ChipLimits limits) {
        add("limit: chips", limits.chips());
        add("limit: neurons on a core", limits.neuronsPerCore());
        add("limit: input axons of a core", limits.inputAxonsPerCore());
        add("limit: output axons of a core", limits.outputAxonsPerCore());
        add("limit: synapse memory of a core", limits.synapseMemoryPerCore());
        add("limit: memory of a synapse", limits.memoryPerSynapse());
        add("limit: fan-in", limits.fanIn());
        add("limit: bits of a weight", limits.weightBits());
        add("limit: delay in ticks", limits.delayTicks());
    }

    private void add(String name, Optional<Figure> figure) {
        figure.ifPresent(known -> add(name, known));
    }

    private void add(String name, Figure figure) {
        ObjectNode node = figures.addObject();
        node.put("name", name);
        node.put("value", figure.text());
        node.put("kind", figure.kind().word());
        node.put("source", figure.source());
        node.put("note", figure.note());
    }
}
