package ganglion.scenario.experiment.key;

import static ganglion.documents.key.Types.flag;
import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.words;

import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByTag.Kind;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.learning.model.FiringLayer.Recurrence;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Neurons.Adaptation;
import ganglion.learning.model.Neurons.Dynamics;
import ganglion.learning.model.Neurons.ResetRule;
import ganglion.learning.model.Setting;
import ganglion.learning.surrogate.Surrogate;
import java.util.List;
import java.util.Map;

/** The kinds of layers of neurons: the only place that knows the words and keys of those as snnTorch has them in experiments. */
final class NeuronKeys {

    private static final Neurons USUAL = Neurons.leaky(0);

    private static final Key<Setting> ALPHA = Key.of("alpha", new SettingType())
            .says("Share of the synaptic current that is left after one step, 0 to 1.")
            .required()
            .example(0.8)
            .exampleText("{initial: 0.8, learned: true, per-neuron: true}");
    private static final Key<Setting> BETA = Key.of("beta", new SettingType())
            .says("Share of the potential that is left after one step, 0 to 1.")
            .required()
            .example(0.9)
            .exampleText("{initial: 0.9, learned: true, per-neuron: true}");
    private static final Key<ResetRule> RESET = Key.of("reset", words("the name of a reset", ResetRule.class))
            .says("Effect of a spike on the potential.")
            .byDefault(USUAL.reset())
            .example("subtract");
    private static final Key<Boolean> DELAYED_RESET = Key.of("delayed-reset", flag())
            .says("Whether the reset acts one step after the spike, as trainers do it.")
            .byDefault(USUAL.delayedReset())
            .example(false);
    static final Key<Surrogate> SURROGATE = Key.of("surrogate", SurrogateKeys.ALL)
            .says("Stand-in for the derivative of a spike.")
            .byDefault(USUAL.surrogate(), Map.of("kind", "fast-sigmoid"))
            .exampleText("{kind: fast-sigmoid, slope: 25}");
    private static final Key<Setting> THRESHOLD = Key.of("threshold", new SettingType())
            .says("Potential above which a neuron fires.")
            .byDefault(USUAL.threshold())
            .example(1)
            .exampleText("{initial: 1, learned: true, per-neuron: true}");
    static final Key<Recurrence> RECURRENCE = Key.of("recurrence", words("the name of a recurrence", Recurrence.class))
            .says("Whether neurons receive the spikes of their layer one step later: their own (one-to-one), or all.")
            .byDefault(USUAL.recurrence())
            .example("none");
    private static final Key<Double> DECAY = Key.of("decay", number().from(0).to(1))
            .says("Share of the rise that is left after one step.")
            .required()
            .example(0.9);
    private static final Key<Double> STRENGTH = Key.of("strength", number())
            .says("Rise of the threshold with a spike.")
            .required()
            .example(0.1);
    private static final Key<Adaptation> ADAPTATION = Key.of(
                    "adaptation",
                    Shape.of(
                            "decay and strength",
                            place -> new Adaptation(DECAY.in(place), STRENGTH.in(place)),
                            DECAY,
                            STRENGTH))
            .says("A threshold that rises by the strength with each spike, and decays back.")
            .exampleText("{decay: 0.9, strength: 0.1}");
    private static final Key<Setting> GRADED_SPIKES = Key.of("graded-spikes", new SettingType())
            .says("Value of a spike.")
            .byDefault(USUAL.gradedSpikesFactor())
            .example(1)
            .exampleText("{initial: 1, learned: true, per-neuron: true}");
    private static final Key<Boolean> WINNER_ONLY = Key.of("winner-only", flag())
            .says("Whether only the neuron farthest above its threshold fires in a step.")
            .byDefault(USUAL.winnerOnly())
            .example(false);

    private static final List<Key<?>> FIRING = List.of(BETA, RESET, DELAYED_RESET, SURROGATE, THRESHOLD);
    private static final List<Key<?>> SPIKING =
            Shape.keys(FIRING, RECURRENCE, SynapseDelayKeys.RECURRENT, ADAPTATION, GRADED_SPIKES, WINNER_ONLY);

    /** All kinds of neurons. */
    static final List<Kind<? extends Layer>> KINDS = List.of(
            kind("leaky", "Leaky integrate-and-fire neurons, one per input.", Dynamics.LEAKY, SPIKING),
            kind(
                    "synaptic",
                    "Neurons with a synaptic current that decays.",
                    Dynamics.SYNAPTIC,
                    Shape.keys(List.of(ALPHA), SPIKING.toArray(new Key<?>[0]))),
            kind(
                    "alpha",
                    "Neurons with an alpha-shaped response. Not compiled to scenarios.",
                    Dynamics.ALPHA,
                    Shape.keys(Shape.keys(FIRING, GRADED_SPIKES), ALPHA)),
            kind(
                    "integrator",
                    "Leaky integrators that never fire: a read-out by the potential.",
                    Dynamics.INTEGRATOR,
                    List.of(BETA)));

    private NeuronKeys() {}

    private static Kind<Neurons> kind(String word, String description, Dynamics dynamics, List<Key<?>> keys) {
        return new Kind<>(word, description, Shape.of("", place -> read(place, dynamics), keys));
    }

    private static Neurons read(Place place, Dynamics dynamics) {
        return new Neurons(
                dynamics,
                dynamics == Dynamics.INTEGRATOR ? ResetRule.NONE : RESET.in(place),
                DELAYED_RESET.in(place),
                SURROGATE.in(place),
                RECURRENCE.in(place),
                ALPHA.find(place).orElse(USUAL.alpha()),
                BETA.in(place),
                THRESHOLD.in(place),
                GRADED_SPIKES.in(place),
                ADAPTATION.find(place).orElse(Adaptation.NONE),
                WINNER_ONLY.in(place),
                SynapseDelayKeys.recurrent(place, RECURRENCE.in(place)));
    }
}
