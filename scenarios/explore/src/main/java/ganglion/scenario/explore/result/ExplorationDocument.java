package ganglion.scenario.explore.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.WordType;
import ganglion.scenario.explore.Exploration;
import ganglion.scenario.explore.Exploration.Importance;
import ganglion.scenario.explore.FrontPoint;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.SeedFigures;
import ganglion.scenario.explore.TrialRecord;
import ganglion.scenario.explore.space.Configuration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a search found, as the JSON of {@code result.json}. All but {@code wallClock} is the same for the same search, seed and number of trials.
 */
public final class ExplorationDocument {

    /** Value of {@code format}. */
    public static final String FORMAT = "ganglion-exploration";

    /** Value of {@code formatVersion}. */
    public static final int VERSION = 1;

    private final Exploration found;

    private ExplorationDocument(Exploration found) {
        this.found = found;
    }

    /** The document. */
    public static ObjectNode of(Exploration found) {
        return new ExplorationDocument(found).document();
    }

    private ObjectNode document() {
        Search search = found.search();
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("format", FORMAT).put("formatVersion", VERSION);
        document.put("search", search.name()).put("description", search.description());
        document.put("experiment", search.written());
        ArrayNode others = document.putArray("compareWith");
        search.compareWith().forEach(other -> others.add(other.written()));
        document.put("seed", search.seed());
        search.seeds().forEach(document.putArray("seeds")::add);
        document.put("boundary", search.boundary().word());
        document.set("objectives", SpaceJson.of(search.wishes()));
        search.devices().forEach(document.putArray("devices")::add);
        document.set("space", SpaceJson.of(search.space()));
        document.put("budget", search.budget().text()).put("complete", found.complete());
        found.classes().forEach(document.putArray("classes")::add);
        document.putObject("samples")
                .put("training", found.samples().get(0))
                .put("validation", found.samples().get(1))
                .put("test", found.samples().get(2));
        SearchRemarks.of(found).forEach(document.putArray("remarks")::add);
        ArrayNode trials = document.putArray("trials");
        found.trials().forEach(trial -> trials.add(of(trial)));
        ArrayNode reference = document.putArray("reference");
        found.reference().forEach(point -> reference.add(byHand(point)));
        ArrayNode misfits = document.putArray("misfits");
        for (Exploration.Misfit misfit : found.misfits()) {
            ObjectNode node = misfits.addObject();
            node.put("experiment", misfit.experiment()).put("profile", misfit.profile());
            misfit.problems().forEach(node.putArray("problems")::add);
        }
        ArrayNode points = document.putArray("points");
        found.points().forEach(point -> points.add(of(point)));
        ArrayNode importance = document.putArray("importance");
        found.importance().forEach(each -> importance.add(of(each)));
        found.cascades().ifPresent(cascades -> document.set("cascades", CascadesJson.of(cascades, found.classes())));
        document.putObject("wallClock").put("seconds", found.elapsedSeconds());
        return document;
    }

    private static ObjectNode of(TrialRecord trial) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("number", trial.number()).put("bracket", trial.bracket());
        node.put("origin", WordType.wordOf(trial.origin()));
        node.set("configuration", of(trial.configuration()));
        node.put("epochs", trial.epochs());
        ArrayNode unfit = node.putArray("unfit");
        trial.unfit().forEach(device -> unfit.add(FiguresJson.of(device)));
        ArrayNode stages = node.putArray("stages");
        trial.rungs().forEach(rung -> stages.add(FiguresJson.of(rung)));
        return node;
    }

    private static ObjectNode of(Configuration configuration) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        configuration.values().forEach(node::put);
        return node;
    }

    private ObjectNode of(FrontPoint point) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", point.name());
        if (point.trial() != FrontPoint.NO_TRIAL) {
            node.put("trial", point.trial());
        }
        node.put("profile", point.profile());
        node.set("configuration", of(point.configuration()));
        node.put("best", point.best()).put("scenario", point.scenario());
        node.put("measuredOn", point.saved().test().isPresent() ? "test" : "validation");
        spread(node.putObject("accuracy"), point.accuracies());
        double[] joules = point.seeds().stream()
                .map(seed -> seed.held().joules())
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
        if (joules.length == point.seeds().size()) {
            spread(node.putObject("joules"), joules);
        }
        node.put("savedSeed", point.saved().seed());
        found.toBeat(point.profile())
                .filter(reference -> reference != point)
                .ifPresent(reference -> putComparison(node, point, reference));
        ArrayNode seeds = node.putArray("seeds");
        for (SeedFigures seed : point.seeds()) {
            seeds.add(FiguresJson.of(seed));
        }
        return node;
    }

    /** A network made by hand. */
    private ObjectNode byHand(FrontPoint point) {
        String other = point.configuration().experiment();
        return of(point)
                .put("experiment", other.isEmpty() ? found.search().written() : other)
                .put("toBeat", found.toBeat(point.profile()).orElseThrow() == point);
    }

    /** The point beside the network made by hand that is to beat, on the same device. */
    private static void putComparison(ObjectNode node, FrontPoint point, FrontPoint reference) {
        ObjectNode section = node.putObject("besideReference").put("name", reference.name());
        section.put(
                "accuracyDifference", FrontPoint.mean(point.accuracies()) - FrontPoint.mean(reference.accuracies()));
        OptionalDouble own = point.saved().held().joules();
        OptionalDouble other = reference.saved().held().joules();
        if (own.isPresent() && other.isPresent()) {
            section.put("timesLessEnergy", other.getAsDouble() / own.getAsDouble());
        }
    }

    private static void spread(ObjectNode node, double... values) {
        node.put("mean", FrontPoint.mean(values)).put("deviation", FrontPoint.deviation(values));
        List<Double> sorted = Arrays.stream(values).sorted().boxed().toList();
        node.put("least", sorted.get(0)).put("most", sorted.get(sorted.size() - 1));
    }

    private static ObjectNode of(Importance importance) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("dimension", importance.dimension()).put("profile", importance.profile());
        node.put("objective", importance.objective().word());
        node.put("trials", importance.trials()).put("share", importance.share());
        ObjectNode means = node.putObject("means");
        importance.means().forEach(means::put);
        return node;
    }
}
