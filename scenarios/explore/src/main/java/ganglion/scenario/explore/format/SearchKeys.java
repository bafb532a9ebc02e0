package ganglion.scenario.explore.format;

import static ganglion.documents.key.Types.file;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.name;
import static ganglion.documents.key.Types.naturalNumber;
import static ganglion.documents.key.Types.text;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.key.DocumentKeys;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Types;
import ganglion.documents.place.DocumentPath;
import ganglion.documents.place.Place;
import ganglion.scenario.experiment.key.DataKeys;
import ganglion.scenario.explore.Budget;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.format.DimensionKeys.SpaceRules;
import ganglion.scenario.explore.space.SearchDimension;
import ganglion.scenario.explore.space.Space;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The keys of a search document: the only place that knows them. */
final class SearchKeys {

    private static final Key<String> SEARCH = Key.of("search", name())
            .titled("a name")
            .says("Name of the search.")
            .required()
            .example("flutes");

    private static final int FORMAT_VERSION = 1;
    private static final int MOST_DEVICES = 10;
    private static final int MOST_COMPARED = 10;
    private static final int MOST_SEEDS = 20;
    private static final int LEAST_SEEDS = 3;
    private static final int MOST_POINTS = 50;
    private static final int MOST_CLIPS = 1000;

    private static final Key<DocumentPath> EXPERIMENT = Key.of("experiment", file())
            .titled("the name of an experiment file")
            .says(
                    "The experiment that is varied: an experiment of the task classification. It is the network to beat, and trained as well.")
            .required()
            .example("digits.yaml");
    private static final Key<List<DocumentPath>> COMPARE_WITH = Key.of(
                    "compare-with", listOf("a list of experiment files", file()).size(0, MOST_COMPARED))
            .says(
                    "Further experiments made by hand, of the same classes, training, validation and test set. Each is trained as it is, with all seeds"
                            + " and the same samples held out, and measured on each device that it fits. The points of a device are compared"
                            + " with the most accurate network made by hand there.")
            .byDefault(List.of())
            .exampleText("[digits-spikes.yaml]");
    private static final Key<Long> SEED = Key.of("seed", naturalNumber())
            .says("Seed of all that the search draws, and of the groups that are held out.")
            .byDefault(1L)
            .example(1);
    private static final Key<List<Long>> SEEDS = Key.of(
                    "seeds",
                    listOf("a list of at least 3 different whole numbers from 0", naturalNumber())
                            .size(LEAST_SEEDS, MOST_SEEDS)
                            .ofDifferent())
            .says("Seeds that the points of the front are trained with in the end. Trials are trained with the first.")
            .byDefault(List.of(1L, 2L, 3L))
            .exampleText("[1, 2, 3]");
    private static final Key<JsonNode> HOLD_OUT = Key.of(
                    "hold-out", Types.readAs(DataKeys.HOLD_OUT.type(), Place::node))
            .says(
                    "The part of the training set that the search chooses by, in place of what the experiment holds out. An experiment without"
                            + " a validation set needs it; by default it is a quarter of the groups.")
            .exampleText("{by: group, share: 0.25}");
    private static final Key<List<String>> DEVICES = Key.of(
                    "devices",
                    listOf("a list of devices", text("the name of a device").length(1, 500))
                            .size(1, MOST_DEVICES)
                            .ofDifferent())
            .says(
                    "Devices that each network is tried on: names of profiles, or profile files. What fits none of them is not trained.")
            .required()
            .example(List.of("xylo-audio-2", "loihi"));
    private static final Key<Budget> BUDGET = Key.of(
                    "budget",
                    Types.readAs(
                            text("a time such as 30 min, or a number such as 40 trials")
                                    .matching(Budget.FORM),
                            SearchKeys::budget))
            .says(
                    "How long the search may take, the last trainings included, or how many configurations it tries. The same number of trials gives"
                            + " the same front; in a time a fast machine gets further, in the same order.")
            .byWrittenDefault("30 min")
            .example("30 min")
            .example("40 trials");

    private static final Key<Integer> FACTOR = Key.of(
                    "factor", integer().from(2).to(10))
            .says("One of this many networks goes on to the next stage, which trains this many times as long.")
            .byDefault(3)
            .example(3);
    private static final Key<Integer> STAGES = Key.of(
                    "stages", integer().from(1).to(6))
            .says("Number of stages of a training; 1 trains every network to its end.")
            .byDefault(3)
            .example(3);
    private static final Key<Search.Halving> HALVING = Key.of(
                    "halving", Shape.ofRecord("how trainings are cut short", Search.Halving.class, FACTOR, STAGES))
            .says("How trainings are cut short: in stages, after each of which the better ones go on.")
            .impliedDefault(new Search.Halving(3, 3))
            .exampleText("{factor: 3, stages: 3}");

    private static final Key<Integer> POINTS = Key.of(
                    "points", integer().from(1).to(MOST_POINTS))
            .says(
                    "Most networks of each device that are trained with all seeds in the end: those of the front, and then those of the"
                            + " fronts behind it.")
            .byDefault(4)
            .example(4);
    private static final Key<Integer> CLIPS = Key.of("clips", integer().from(1).to(MOST_CLIPS))
            .says("Most samples on which a decision is costed, of all classes in turn.")
            .byDefault(10)
            .example(10);

    /** The document. */
    static final Shape<Search> ROOT = Shape.of(
            "a search",
            SearchKeys::read,
            DocumentKeys.SCHEMA,
            DocumentKeys.format(FORMAT_VERSION),
            SEARCH,
            DocumentKeys.DESCRIPTION,
            DocumentKeys.extending("a search"),
            EXPERIMENT,
            COMPARE_WITH,
            SEED,
            SEEDS,
            HOLD_OUT,
            DEVICES,
            DimensionKeys.VARY,
            WishKeys.WANT,
            BUDGET,
            HALVING,
            POINTS,
            CLIPS);

    private SearchKeys() {}

    private static Budget budget(Place place) {
        try {
            return Budget.of(place.text());
        } catch (IllegalArgumentException e) {
            place.problem(e.getMessage());
            return Budget.of("1 trial");
        }
    }

    private static Search read(Place root) {
        Map<String, SearchDimension> vary = DimensionKeys.VARY.in(root);
        SpaceRules.check(DimensionKeys.VARY.at(root), vary);
        WishKeys.Wishes wishes = WishKeys.WANT.in(root);
        SearchFiles.Asked asked = root.reading().context(SearchFiles.Asked.class);
        DocumentPath experiment = EXPERIMENT.in(root);
        return new Search(
                new Search.Source(
                        asked.file(),
                        SEARCH.in(root),
                        DocumentKeys.DESCRIPTION.in(root),
                        asked.outside(),
                        root.node().toString()),
                new Search.Experiments(
                        experiment.resolved(),
                        experiment.written(),
                        compared(root, experiment),
                        HOLD_OUT.find(root).map(JsonNode::toString).orElse("")),
                new Search.Seeds(SEED.in(root), SEEDS.in(root)),
                new Space(List.copyOf(vary.values())),
                new Search.Goal(
                        devices(root, asked.file()), wishes.energy(), wishes.all(), POINTS.in(root), CLIPS.in(root)),
                new Search.Effort(BUDGET.in(root), HALVING.in(root)));
    }

    /** The other experiments, each another file. */
    private static List<DocumentPath> compared(Place root, DocumentPath experiment) {
        List<DocumentPath> others = COMPARE_WITH.in(root);
        Map<Path, String> names = new HashMap<>(Map.of(experiment.resolved().normalize(), EXPERIMENT.name()));
        for (int i = 0; i < others.size(); i++) {
            String place = COMPARE_WITH.name() + "/" + i;
            String before = names.putIfAbsent(others.get(i).resolved().normalize(), place);
            if (before != null && Files.exists(others.get(i).resolved())) {
                root.reading()
                        .note(
                                "/" + place,
                                "found \"" + others.get(i).written() + "\", which is the file of /" + before
                                        + " as well, expected each experiment once");
            }
        }
        return others;
    }

    /** Files of profiles start from the folder of the document, but are read from another one later. */
    private static List<String> devices(Place root, Path file) {
        return DEVICES.in(root).stream()
                .map(device -> device.matches(".*\\.(yaml|json)(@.*)?")
                        ? file.resolveSibling(device).normalize().toString()
                        : device)
                .toList();
    }
}
