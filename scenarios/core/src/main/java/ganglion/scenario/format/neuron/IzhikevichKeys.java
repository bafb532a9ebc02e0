package ganglion.scenario.format.neuron;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.model.Izhikevich;
import ganglion.scenario.format.number.NeuronNumbers;

/** Izhikevich's simple model. Its defaults make regular spiking neurons. */
final class IzhikevichKeys {

    private static final Key<NeuronValues> A = key("a", 0.02).says("Rate of recovery, in 1/ms.");
    private static final Key<NeuronValues> B = key("b", 0.2)
            .says("Sensitivity of the recovery to the potential. Neurons start at -65 mV, with a recovery of b times"
                    + " that.");
    private static final Key<NeuronValues> C = key("c", -65).says("Potential after a spike in mV, below 30.");
    private static final Key<NeuronValues> D = key("d", 8).says("What a spike adds to the recovery.");
    private static final Key<NeuronValues> BIAS = Key.of("bias", NeuronNumbers.numbers())
            .says("Constant current.")
            .byDefault(NeuronValues.of(0))
            .example(10);

    static final ModelKind<Izhikevich> KIND = new ModelKind<>(
            "izhikevich",
            "Izhikevich's simple model",
            Izhikevich.class,
            Shape.of("", IzhikevichKeys::read, A, B, C, D, BIAS));

    private IzhikevichKeys() {}

    private static Key<NeuronValues> key(String name, double regularSpiking) {
        return Key.of(name, NeuronNumbers.numbers())
                .byDefault(NeuronValues.of(regularSpiking))
                .example(regularSpiking);
    }

    private static Izhikevich read(Place place) {
        return new Izhikevich(
                SynapseKeys.tickMilliseconds(place),
                A.in(place),
                B.in(place),
                C.in(place),
                D.in(place),
                BIAS.in(place));
    }
}
