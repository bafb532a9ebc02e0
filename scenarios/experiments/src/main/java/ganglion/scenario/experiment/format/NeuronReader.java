package ganglion.scenario.experiment.format;

import ganglion.documents.place.Place;
import ganglion.learning.model.Adaptation;
import ganglion.learning.model.Dynamics;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Recurrence;
import ganglion.learning.model.ResetRule;
import ganglion.learning.model.Setting;
import ganglion.learning.surrogate.FastSigmoid;
import ganglion.learning.surrogate.Surrogate;
import ganglion.learning.surrogate.SurrogateNames;
import java.util.Locale;
import java.util.Map;

/** Reads a layer of neurons. */
final class NeuronReader {

    private static final double USUAL_SLOPE = 25;

    /** What a surrogate's parameter is where it is left out. */
    private static final Map<String, double[]> USUAL_PARAMETERS = Map.of(
            "fast-sigmoid", new double[] {USUAL_SLOPE},
            "sigmoid", new double[] {USUAL_SLOPE},
            "arc-tangent", new double[] {2},
            "triangular", new double[] {1},
            "piecewise-linear", new double[] {1},
            "straight-through", new double[0],
            "step", new double[0],
            "sparse-fast-sigmoid", new double[] {USUAL_SLOPE, -0.5});

    private static final Map<String, String[]> PARAMETER_NAMES = Map.of(
            "fast-sigmoid", new String[] {"slope"},
            "sigmoid", new String[] {"slope"},
            "arc-tangent", new String[] {"width"},
            "triangular", new String[] {"height"},
            "piecewise-linear", new String[] {"width"},
            "straight-through", new String[0],
            "step", new String[0],
            "sparse-fast-sigmoid", new String[] {"slope", "above"});

    private NeuronReader() {}

    static Neurons read(Place place) {
        Dynamics dynamics = Dynamics.valueOf(place.at("kind").text().toUpperCase(Locale.ROOT));
        boolean fires = dynamics != Dynamics.INTEGRATOR;
        return new Neurons(
                dynamics,
                fires ? place.choice("reset", ResetRule.SUBTRACT) : ResetRule.NONE,
                NetworkReader.flag(place, "delayed-reset"),
                place.find("surrogate").map(NeuronReader::surrogate).orElse(new FastSigmoid(USUAL_SLOPE)),
                place.choice("recurrence", Recurrence.NONE),
                setting(place, "alpha", 1),
                setting(place, "beta", 1),
                setting(place, "threshold", 1),
                setting(place, "graded-spikes", 1),
                place.find("adaptation")
                        .map(each -> new Adaptation(each.number("decay", 0), each.number("strength", 0)))
                        .orElse(Adaptation.NONE),
                place.flag("winner-only"));
    }

    private static Setting setting(Place place, String key, double otherwise) {
        if (!place.has(key) || place.at(key).node().isNumber()) {
            return Setting.fixed(place.number(key, otherwise));
        }
        Place setting = place.at(key);
        return new Setting(setting.number("initial", otherwise), setting.flag("per-neuron"), setting.flag("learned"));
    }

    private static Surrogate surrogate(Place place) {
        String kind = place.at("kind").text();
        String[] names = PARAMETER_NAMES.get(kind);
        double[] parameters = USUAL_PARAMETERS.get(kind).clone();
        for (int i = 0; i < names.length; i++) {
            parameters[i] = place.number(names[i], parameters[i]);
        }
        return SurrogateNames.create(kind, parameters);
    }
}
