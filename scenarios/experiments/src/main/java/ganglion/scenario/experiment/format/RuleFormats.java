package ganglion.scenario.experiment.format;

import ganglion.documents.place.Place;
import ganglion.scenario.experiment.ExperimentData;
import ganglion.scenario.experiment.Features;
import java.util.List;

/** What the experiments of all rules have in common. */
final class RuleFormats {

    /** Keys that mean the same as in experiments that train networks. */
    static final List<String> BORROWED =
            List.of("$schema", "format", "experiment", "description", "extends", "seed", "data", "features");

    private RuleFormats() {}

    /** The data sets, of what the features are of. */
    static ExperimentData data(Place root, Features features) {
        ExperimentData data = DataReader.read(root.at("data"));
        ClassificationFormat.checkSources(root, data, features);
        return data;
    }
}
