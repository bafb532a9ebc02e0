package ganglion.scenario.format.neuron;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.current.AlphaCurrent;
import ganglion.kernel.neuron.current.SynapticCurrent;
import ganglion.kernel.neuron.model.AlphaLif;
import ganglion.kernel.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Leaky integrate-and-fire neurons with currents of the shape of an alpha function, given by time constants and a
 * capacitance. The model holds what follows from them for one tick; to write it, they are found again.
 */
final class AlphaLifKeys {

    /** Numbers that were found again agree with those of the model up to rounding, or else the model is another one. */
    private static final double TOLERANCE = 1e-9;

    private static final Key<Double> TIME_CONSTANT = SynapseKeys.TIME_CONSTANT
            .says("Time from a spike to the peak of the current.")
            .required();

    private static final Key<Double> CAPACITANCE = SynapseKeys.CAPACITANCE.required();

    /** The time constant of each current in ticks. */
    private static final Key<List<Double>> CURRENTS = SynapseKeys.currents(
                    Shape.of("a synaptic current", AlphaLifKeys::ticks, TIME_CONSTANT)
                            .writtenBy((ticks, into) -> TIME_CONSTANT.write(into, ticks)))
            .exampleText("[{time-constant: 5 ms}, {time-constant: 10 ms}]");

    static final ModelKind<AlphaLif> KIND = new ModelKind<>(
            "alpha-lif",
            "leaky integrate-and-fire with synaptic currents of the shape of an alpha function",
            AlphaLif.class,
            MembraneKeys.shape(AlphaLifKeys::read, CURRENTS, CAPACITANCE),
            AlphaLifKeys::write);

    private AlphaLifKeys() {}

    private static double ticks(Place current) {
        return Decay.checked(TIME_CONSTANT.in(current), TIME_CONSTANT.at(current));
    }

    private static NeuronModel read(Place place) {
        double tick = SynapseKeys.tickMilliseconds(place);
        List<AlphaCurrent> currents = new ArrayList<>();
        for (double ticks : CURRENTS.in(place)) {
            currents.add(AlphaCurrent.exact(
                    ticks * tick, SynapseKeys.membraneMilliseconds(place), CAPACITANCE.in(place), tick));
        }
        return new AlphaLif(MembraneKeys.in(place), currents);
    }

    private static void write(AlphaLif model, Clock clock, ObjectNode into) {
        NeuronValues beta = model.membrane().beta();
        double tick = clock.tickSeconds() * SynapseKeys.MILLISECONDS;
        double membraneTicks = Inverse.find(-1 / Math.log(beta.at(0)), beta.at(0), ticks -> Math.exp(-1 / ticks));
        List<Double> currentTicks = model.currents().stream()
                .map(current -> peakTicks(current, tick))
                .toList();
        double capacitance =
                capacitance(model.currents().get(0), currentTicks.get(0) * tick, membraneTicks * tick, tick);
        for (int i = 0; i < currentTicks.size(); i++) {
            AlphaCurrent again =
                    AlphaCurrent.exact(currentTicks.get(i) * tick, membraneTicks * tick, capacitance, tick);
            if (!beta.isCommon() || !alike(model.currents().get(i), again)) {
                throw new IllegalArgumentException(
                        "the currents do not follow from time constants and a capacitance, so that they cannot be written");
            }
        }
        MembraneKeys.TIME_CONSTANT.write(into, NeuronValues.of(membraneTicks));
        MembraneKeys.writeAllButLeak(model.membrane(), into);
        CURRENTS.write(into, currentTicks);
        CAPACITANCE.write(into, capacitance);
    }

    /** From the coupling {@code e / tau exp(-1 / tau)}, which tells tau better than the decay does. */
    private static double peakTicks(AlphaCurrent current, double tick) {
        double coupling = current.coupling().at(0);
        double decay = current.decay().at(0);
        return Inverse.find(Math.E * decay / coupling, coupling, ticks -> Math.E / (ticks * tick) * tick * decay);
    }

    private static double capacitance(AlphaCurrent current, double synapse, double membrane, double tick) {
        double gain = current.currentGain().at(0);
        double gainOfOne =
                SynapticCurrent.exact(synapse, membrane, 1, tick).gain().at(0);
        return Inverse.find(
                gainOfOne / gain,
                gain,
                farad -> SynapticCurrent.exact(synapse, membrane, farad, tick)
                        .gain()
                        .at(0));
    }

    private static boolean alike(AlphaCurrent one, AlphaCurrent other) {
        return Stream.of(one.decay(), one.coupling(), one.riseGain(), one.currentGain())
                        .allMatch(NeuronValues::isCommon)
                && alike(one.decay(), other.decay())
                && alike(one.coupling(), other.coupling())
                && alike(one.riseGain(), other.riseGain())
                && alike(one.currentGain(), other.currentGain());
    }

    private static boolean alike(NeuronValues one, NeuronValues other) {
        return Math.abs(one.at(0) - other.at(0)) <= TOLERANCE * Math.abs(other.at(0));
    }
}
