package ganglion.scenario.experiment.format;

import ganglion.documents.place.Place;
import ganglion.kernel.plasticity.PairStdp;
import ganglion.learning.stdp.StdpSettings;
import ganglion.scenario.experiment.ClassifierRule;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.RuleClassification;
import java.util.List;

/** Experiments that tell classes apart with a layer that learns by spike timing. */
final class StdpFormat implements TaskFormat {

    private static final double USUAL_TRACE_SECONDS = 0.02;

    @Override
    public String name() {
        return "stdp";
    }

    @Override
    public String schema() {
        return "stdp.schema.json";
    }

    @Override
    public List<String> borrowed() {
        return RuleFormats.BORROWED;
    }

    @Override
    public RuleClassification read(ExperimentHead head, Place root) {
        Features features = FeatureReader.read(root.at("features"));
        if (features instanceof Features.Heard heard
                && heard.settings().heardAs().isNumbers()) {
            root.at("features").at("as").problem("found numbers, expected \"spikes\", which timing is of");
        }
        StdpSettings settings = settings(root.at("layer"), features.stepSeconds());
        return new RuleClassification(
                head,
                RuleFormats.data(root, features),
                features,
                new ClassifierRule.SpikeTiming(settings, root.integer("epochs", 1)));
    }

    private static StdpSettings settings(Place layer, double stepSeconds) {
        return new StdpSettings(
                layer.integer("neurons", 1),
                layer.number("beta", 0.9),
                layer.number("threshold", 1),
                layer.number("inhibition", 0),
                layer.number("threshold-rise", 0),
                layer.number("threshold-decay", 1),
                layer.number("weight-sum", 1),
                rule(layer.at("stdp"), USUAL_TRACE_SECONDS / stepSeconds));
    }

    private static PairStdp rule(Place stdp, double usualTraceTicks) {
        return new PairStdp(
                stdp.number("learning-rate", 0.01),
                stdp.number("depression", 1),
                stdp.number("potentiation-exponent", 1),
                stdp.number("depression-exponent", 1),
                stdp.number("largest-weight", 1),
                stdp.fractionalTicks("potentiation-time-constant", usualTraceTicks),
                stdp.fractionalTicks("depression-time-constant", usualTraceTicks));
    }
}
