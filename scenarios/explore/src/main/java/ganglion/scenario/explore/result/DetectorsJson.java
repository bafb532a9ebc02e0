package ganglion.scenario.explore.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.scenario.explore.cascade.CascadeFindings;
import ganglion.scenario.explore.cascade.DetectorBeside;
import ganglion.scenario.explore.cascade.DetectorClasses;
import ganglion.scenario.explore.cascade.DetectorPoint;

/** Detectors of a search, as the section {@code detectors} of its cascades. */
final class DetectorsJson {

    private DetectorsJson() {}

    static ObjectNode of(CascadeFindings found) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        DetectorClasses.of(found.wish().events()).names().forEach(node.putArray("classes")::add);
        ArrayNode points = node.putArray("points");
        found.detectors().forEach(point -> points.add(of(point)));
        ArrayNode besides = node.putArray("beside");
        found.besides().forEach(beside -> besides.add(of(beside, found)));
        return node;
    }

    private static ObjectNode of(DetectorPoint point) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", point.name()).put("profile", point.profile());
        ObjectNode configuration = node.putObject("configuration");
        point.configuration().values().forEach(configuration::put);
        node.put("scenario", point.scenario()).put("savedSeed", point.savedSeed());
        ArrayNode seeds = node.putArray("seeds");
        for (DetectorPoint.Seed seed : point.seeds()) {
            ObjectNode each = seeds.addObject().put("seed", seed.seed());
            each.putObject("validation")
                    .put("recall", seed.validation().recall())
                    .put("falseWakes", seed.validation().falseWakes())
                    .put("joulesPerHour", seed.validation().joulesPerHour());
            each.put("samples", seed.samples()).put("correct", seed.correct());
            if (seed.baselineCorrect() >= 0) {
                each.put("baselineCorrect", seed.baselineCorrect());
            }
            each.put("verifiedSpikes", seed.verifiedSpikes()).put("differences", seed.differences());
        }
        return node;
    }

    private static ObjectNode of(DetectorBeside beside, CascadeFindings found) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("eventsPerHour", beside.eventsPerHour());
        beside.cascade().ifPresent(cascade -> node.put("pair", found.number(cascade)));
        node.put("network", beside.network().name());
        beside.detector().ifPresent(detector -> {
            node.put("detector", found.number(detector));
            node.put("timesLessInValidation", beside.timesLess(detector));
        });
        beside.alone().ifPresent(detector -> {
            node.put("detectorAlone", detector.name());
            node.put("timesLessAloneInValidation", beside.timesLess(detector));
        });
        return node;
    }
}
