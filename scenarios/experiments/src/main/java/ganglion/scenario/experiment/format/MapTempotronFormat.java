package ganglion.scenario.experiment.format;

import ganglion.documents.place.Place;
import ganglion.learning.rule.MapTempotron;
import ganglion.learning.rule.SelfOrganisingMap;
import ganglion.learning.rule.Tempotron;
import ganglion.scenario.experiment.ClassifierRule;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.RuleClassification;
import java.util.List;

/** Experiments that tell sounds apart with a map and tempotrons. */
final class MapTempotronFormat implements TaskFormat {

    private static final double USUAL_MEMBRANE_STEPS = 10;

    @Override
    public String name() {
        return "map-tempotron";
    }

    @Override
    public String schema() {
        return "map-tempotron.schema.json";
    }

    @Override
    public List<String> borrowed() {
        return RuleFormats.BORROWED;
    }

    @Override
    public RuleClassification read(ExperimentHead head, Place root) {
        Features features = FeatureReader.read(root.at("features"));
        MapTempotron.Settings settings = MapTempotron.Settings.of(1, USUAL_MEMBRANE_STEPS, 1);
        Place tempotrons = root.at("tempotrons");
        try {
            settings = settings(root.at("map"), tempotrons);
        } catch (IllegalArgumentException e) {
            tempotrons.problem(e.getMessage());
        }
        return new RuleClassification(
                head, RuleFormats.data(root, features), features, new ClassifierRule.MapAndTempotrons(settings));
    }

    private static MapTempotron.Settings settings(Place map, Place tempotrons) {
        double membrane = tempotrons.fractionalTicks("membrane", USUAL_MEMBRANE_STEPS);
        Tempotron.Settings tempotron = new Tempotron.Settings(
                membrane,
                tempotrons.fractionalTicks("synapses", membrane / 4),
                1,
                tempotrons.number("learning-rate", 0.01),
                tempotrons.number("momentum", 0.5));
        return new MapTempotron.Settings(
                map(map),
                map.integer("units-per-frame", 1),
                tempotron,
                tempotrons.integer("per-class", 10),
                tempotrons.number("margin", 0.25),
                tempotrons.integer("epochs", 1));
    }

    private static SelfOrganisingMap.Settings map(Place map) {
        SelfOrganisingMap.Settings usual = SelfOrganisingMap.Settings.of(
                map.integer("width", 1), map.integer("height", 1), map.integer("epochs", 10));
        return new SelfOrganisingMap.Settings(
                usual.width(),
                usual.height(),
                usual.epochs(),
                map.number("first-rate", usual.firstRate()),
                map.number("last-rate", usual.lastRate()),
                map.number("first-radius", usual.firstRadius()),
                map.number("last-radius", usual.lastRadius()));
    }
}
