package ganglion.scenario.format.neuron;

import static ganglion.documents.key.Types.number;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.model.AdaptiveLif;
import ganglion.scenario.format.number.NeuronNumbers;
import ganglion.scenario.format.number.NeuronTimes;

/** Leaky integrate-and-fire neurons with a threshold that adapts. */
final class AdaptiveLifKeys {

    private static final Key<NeuronValues> TIME_CONSTANT = Key.of("time-constant", new NeuronTimes())
            .says("Time constant of the decay.")
            .example("200 ms");

    private static final Key<NeuronValues> DECAY = Key.of(
                    "decay", NeuronNumbers.within(number().from(0).to(1)))
            .says("Instead of a time constant: share of the adaptation that is left after one tick.")
            .example(0.99);

    private static final Key<NeuronValues> INCREMENT = Key.of("increment", NeuronNumbers.within(number().from(0)))
            .says("What a spike adds to the threshold.")
            .required()
            .example(0.1);

    private static final Decay FORGETTING = new Decay(DECAY, TIME_CONSTANT);

    private static final Key<Adaptation> ADAPTATION = Key.of(
                    "adaptation",
                    Shape.of(
                                    "how the threshold adapts",
                                    place -> new Adaptation(FORGETTING.in(place), INCREMENT.in(place)),
                                    TIME_CONSTANT)
                            .with(DECAY, Adaptation::decay)
                            .with(INCREMENT, Adaptation::increment)
                            .exactlyOne(TIME_CONSTANT, DECAY))
            .says("Each spike raises the threshold, which decays back.")
            .required()
            .exampleText("{time-constant: 200 ms, increment: 0.1}");

    static final ModelKind<AdaptiveLif> KIND = new ModelKind<>(
            "adaptive-lif",
            "leaky integrate-and-fire with a threshold that adapts",
            AdaptiveLif.class,
            MembraneKeys.shape(
                    place -> {
                        Adaptation adaptation = ADAPTATION.in(place);
                        return new AdaptiveLif(MembraneKeys.in(place), adaptation.decay(), adaptation.increment());
                    },
                    ADAPTATION),
            (model, clock, into) -> {
                MembraneKeys.write(model.membrane(), into);
                ADAPTATION.write(into, new Adaptation(model.adaptationDecay(), model.increment()));
            });

    /** Decay and increment of the threshold. */
    private record Adaptation(NeuronValues decay, NeuronValues increment) {}

    private AdaptiveLifKeys() {}
}
