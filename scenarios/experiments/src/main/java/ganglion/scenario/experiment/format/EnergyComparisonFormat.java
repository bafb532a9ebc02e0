package ganglion.scenario.experiment.format;

import ganglion.documents.place.Place;
import ganglion.learning.dense.DenseNetwork;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.EnergyComparison;
import ganglion.scenario.experiment.ExperimentHead;
import java.util.List;

/** Experiments that compare a spiking network with one without spikes. */
final class EnergyComparisonFormat implements TaskFormat {

    private final ClassificationFormat spiking = new ClassificationFormat();

    @Override
    public String name() {
        return "energy-comparison";
    }

    @Override
    public String schema() {
        return "energy-comparison.schema.json";
    }

    @Override
    public List<String> borrowed() {
        return List.of(
                "$schema",
                "format",
                "experiment",
                "description",
                "extends",
                "seed",
                "data",
                "features",
                "augmentation",
                "network",
                "training");
    }

    @Override
    public EnergyComparison read(ExperimentHead head, Place root) {
        Classification classification = spiking.read(head, root);
        if (classification.data().test().isEmpty()) {
            root.at("data").problem("found no \"test\", on which the networks are compared");
        }
        Place dense = root.at("dense");
        return new EnergyComparison(
                head,
                classification,
                new DenseNetwork.Settings(
                        dense.elements("hidden").stream()
                                .map(size -> size.node().intValue())
                                .toList(),
                        dense.integer("epochs", 25),
                        dense.integer("batch", 16),
                        dense.number("learning-rate", 0.003),
                        dense.number("weight-decay", 0.01)));
    }
}
