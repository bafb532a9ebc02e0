package ganglion.scenario.explore.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.hardware.cascade.CascadeJson;
import ganglion.hardware.cascade.JointDecisions;
import ganglion.hardware.cascade.WakeRates;
import ganglion.scenario.explore.cascade.CascadeFindings;
import ganglion.scenario.explore.cascade.CascadeFindings.AtRate;
import ganglion.scenario.explore.cascade.CascadeFindings.Nearest;
import ganglion.scenario.explore.cascade.CascadeStage;
import ganglion.scenario.explore.cascade.DetectorClasses;
import ganglion.scenario.explore.cascade.FoundCascade;
import ganglion.scenario.explore.cascade.FoundCascade.Measured;
import ganglion.scenario.explore.cascade.StageFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a search found of cascades, as the section {@code cascades} of {@code result.json}. */
final class CascadesJson {

    private final CascadeFindings found;
    private final List<String> classes;

    private CascadesJson(CascadeFindings found, List<String> classes) {
        this.found = found;
        this.classes = classes;
    }

    /** The section. @param classes names of the classes, by number */
    static ObjectNode of(CascadeFindings found, List<String> classes) {
        return new CascadesJson(found, classes).section();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode section() {
        ObjectNode node = object();
        found.wish().events().forEach(node.putArray("events")::add);
        node.put("boundary", found.wish().boundary().word());
        node.put("handoverJoules", found.wish().handoverJoules());
        node.put("measuredOn", found.tested() ? "test" : "validation");
        if (!found.networks().isEmpty()) {
            CascadeStage first = found.networks().get(0);
            node.put("windowsPerHour", first.held().windowsPerHour());
            node.set(
                    "labels",
                    both(first, figures -> StageJson.numbers(figures.decided().labels(), classes)));
        }
        ArrayNode networks = node.putArray("networks");
        found.networks().forEach(network -> networks.add(network(network)));
        ArrayNode pairs = node.putArray("pairs");
        found.cascades().forEach(cascade -> pairs.add(cascade(cascade)));
        ArrayNode rates = node.putArray("rates");
        found.rates().forEach(rate -> rates.add(rate(rate)));
        if (found.wish().detectors().isPresent()) {
            node.set("detectors", DetectorsJson.of(found));
        }
        found.left().forEach(node.putArray("left")::add);
        return node;
    }

    /** A figure in validation and on what counts in the end. */
    private interface OfSamples {

        JsonNode of(StageFigures figures);
    }

    private ObjectNode both(CascadeStage network, OfSamples figure) {
        ObjectNode node = object();
        node.set("validation", figure.of(network.validation()));
        if (found.tested()) {
            node.set("test", figure.of(network.held()));
        }
        return node;
    }

    private ObjectNode network(CascadeStage network) {
        ObjectNode node =
                object().put("name", network.name()).put("alone", found.alone().contains(network));
        if (network.detector()) {
            node.put("detector", true);
        }
        node.setAll(both(network, figures -> alone(network, figures)));
        return node;
    }

    private ObjectNode alone(CascadeStage network, StageFigures figures) {
        ObjectNode node = CascadeJson.stage(figures.power(), network.computes(), figures.asleep());
        JointDecisions decisions = found.alone(network, figures);
        node.put("joulesPerHour", figures.joulesPerHour());
        node.set("eventsRight", decisions.rightAlone().json());
        node.set("falseAlarms", decisions.alarmsAlone().json());
        node.set(
                "winners",
                StageJson.numbers(
                        figures.decided().winners(),
                        network.detector()
                                ? DetectorClasses.of(found.wish().events()).names()
                                : classes));
        return node;
    }

    private ObjectNode rate(AtRate rate) {
        ObjectNode node = object().put("eventsPerHour", rate.eventsPerHour()).put("winning", rate.winning());
        ArrayNode best = node.putArray("best");
        for (FoundCascade cascade : rate.best()) {
            ObjectNode each = best.addObject().put("pair", found.number(cascade));
            found.matching(cascade, rate.eventsPerHour()).ifPresent(network -> each.put("matchedBy", network.name()));
        }
        ArrayNode others = node.putArray("others");
        rate.others().forEach(cascade -> others.add(other(cascade, rate.eventsPerHour())));
        rate.nearest().ifPresent(nearest -> node.set("nearest", nearest(nearest, rate.eventsPerHour())));
        return node;
    }

    /** A cascade that wins, by what it was chosen by. */
    private static ObjectNode other(FoundCascade cascade, double eventsPerHour) {
        ObjectNode node = named(cascade);
        node.put("eventsRight", cascade.validation().joint().rightTogether().count());
        node.put("falseAlarms", cascade.validation().joint().alarmsTogether().count());
        return node.put("joulesPerHour", cascade.validation().energy().perHour(eventsPerHour));
    }

    private static ObjectNode named(FoundCascade cascade) {
        ObjectNode node = object().put("small", cascade.small().name())
                .put("large", cascade.large().name());
        cascade.waking().forEach(node.putArray("waking")::add);
        return node;
    }

    private ObjectNode nearest(Nearest nearest, double eventsPerHour) {
        ObjectNode node = object().put("pair", found.number(nearest.cascade()));
        node.put("matchedBy", nearest.matchedBy().name());
        node.put("timesMoreInValidation", Double.isFinite(nearest.timesMore()) ? (Double) nearest.timesMore() : null);
        node.put("restJoulesPerHour", nearest.cascade().held().energy().restPerHour());
        node.put("joulesPerHour", nearest.cascade().held().energy().perHour(eventsPerHour));
        return node;
    }

    private ObjectNode cascade(FoundCascade cascade) {
        ObjectNode node = named(cascade);
        List<Double> asked = found.wish().eventsPerHour();
        node.set("validation", measured(cascade.validation(), asked));
        if (found.tested()) {
            double windows = cascade.held().energy().rates().windowsPerHour();
            Set<Double> rates = new TreeSet<>(asked);
            rates.addAll(WakeRates.decades(windows));
            node.set("test", measured(cascade.held(), new ArrayList<>(rates)));
        }
        return node;
    }

    private static ObjectNode measured(Measured measured, List<Double> eventsPerHour) {
        ObjectNode node = object();
        node.set("decisions", CascadeJson.decisions(measured.joint()));
        List<Double> possible = eventsPerHour.stream()
                .filter(rate ->
                        WakeRates.isPossible(rate, measured.energy().rates().windowsPerHour()))
                .toList();
        CascadeJson.putEnergy(node, measured.energy(), measured.joint(), possible);
        return node;
    }
}
