package ganglion.scenario.format.neuron;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.current.AlphaCurrent;
import ganglion.kernel.neuron.model.AlphaLif;
import java.util.ArrayList;
import java.util.List;

/**
 * Leaky integrate-and-fire neurons with currents of the shape of an alpha function, given by time constants and a
 * capacitance. The model holds what follows from them for one tick.
 */
final class AlphaLifKeys {

    private static final Key<Double> TIME_CONSTANT = SynapseKeys.TIME_CONSTANT
            .says("Time from a spike to the peak of the current.")
            .required();

    private static final Key<Double> CAPACITANCE = SynapseKeys.CAPACITANCE.required();

    /** The time constant of each current in ticks. */
    private static final Key<List<Double>> CURRENTS = SynapseKeys.currents(
                    Shape.of("a synaptic current", AlphaLifKeys::ticks, TIME_CONSTANT))
            .exampleText("[{time-constant: 5 ms}, {time-constant: 10 ms}]");

    static final ModelKind<AlphaLif> KIND = new ModelKind<>(
            "alpha-lif",
            "leaky integrate-and-fire with synaptic currents of the shape of an alpha function",
            AlphaLif.class,
            MembraneKeys.shape(AlphaLifKeys::read, CURRENTS, CAPACITANCE));

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
}
