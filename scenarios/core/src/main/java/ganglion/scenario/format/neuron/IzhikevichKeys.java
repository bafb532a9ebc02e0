package ganglion.scenario.format.neuron;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.model.Izhikevich;
import ganglion.kernel.time.Clock;
import ganglion.scenario.format.number.NeuronNumbers;

/** Izhikevich's simple model. Its defaults make regular spiking neurons. */
final class IzhikevichKeys {

    private static final double MILLISECONDS = 1e3;

    private static final Key<NeuronValues> A = key("a", 0.02).says("Rate of recovery, in 1/ms.");
    private static final Key<NeuronValues> B = key("b", 0.2).says("Sensitivity of the recovery to the potential.");
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
            Shape.of("", IzhikevichKeys::read, A, B, C, D, BIAS),
            IzhikevichKeys::write);

    private IzhikevichKeys() {}

    private static Key<NeuronValues> key(String name, double regularSpiking) {
        return Key.of(name, NeuronNumbers.numbers())
                .byDefault(NeuronValues.of(regularSpiking))
                .example(regularSpiking);
    }

    private static Izhikevich read(Place place) {
        return new Izhikevich(
                tickMilliseconds(place.reading().times().clock()),
                A.in(place),
                B.in(place),
                C.in(place),
                D.in(place),
                BIAS.in(place));
    }

    private static double tickMilliseconds(Clock clock) {
        return clock.tickSeconds() * MILLISECONDS;
    }

    private static void write(Izhikevich model, Clock clock, ObjectNode into) {
        if (model.tickMilliseconds() != tickMilliseconds(clock)) {
            throw new IllegalArgumentException("the neurons have a tick of " + model.tickMilliseconds()
                    + " ms, but the scenario one of " + tickMilliseconds(clock) + " ms");
        }
        A.write(into, model.a());
        B.write(into, model.b());
        C.write(into, model.c());
        D.write(into, model.d());
        BIAS.write(into, model.bias());
    }
}
