package ganglion.scenario.experiment.key;

import static ganglion.documents.key.Types.constant;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.name;
import static ganglion.documents.key.Types.naturalNumber;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import ganglion.documents.key.DocumentKeys;
import ganglion.documents.key.Key;
import ganglion.documents.place.Place;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.model.RandomStreams;
import java.util.ArrayList;
import java.util.List;

/** The keys that experiments of all tasks have. */
public final class ExperimentKeys {

    /** Name of the experiment. */
    public static final Key<String> EXPERIMENT = Key.of("experiment", name())
            .titled("a name")
            .says("Name of the experiment.")
            .required()
            .example("flute-detector");

    /** Name of the key of the task. */
    public static final String TASK = "task";

    /** Seed of all random numbers. */
    public static final Key<Long> SEED = Key.of("seed", naturalNumber())
            .says("Seed of all random numbers. The same experiment and seed give the same bits on every machine.")
            .byDefault(42L)
            .example(42);

    /** Seeds to train with, one after the other. */
    public static final Key<List<Long>> SEEDS = Key.of(
                    "seeds",
                    listOf("a list of different whole numbers from 0", naturalNumber())
                            .size(1, 100)
                            .ofDifferent())
            .says("Train once with each of these seeds instead of seed. The summary gives the mean, standard deviation,"
                    + " smallest and largest value of the measures of the task; model.zip is the model with the best"
                    + " accuracy in validation, or that of the first seed.")
            .exampleText("[1, 2, 3]");

    private static final int FORMAT_VERSION = 1;

    private ExperimentKeys() {}

    /**
     * The keys of an experiment of a task: those of all experiments, and then its own.
     *
     * @param word of the task
     * @param learned the task, in full sentences
     * @param byDefault whether an experiment without the key has this task
     */
    public static List<Key<?>> of(String word, String learned, boolean byDefault, Key<?>... own) {
        Key<String> task = Key.of(TASK, constant(word)).says(learned).example(word);
        List<Key<?>> keys = new ArrayList<>(List.of(
                DocumentKeys.SCHEMA,
                DocumentKeys.format(FORMAT_VERSION),
                EXPERIMENT,
                byDefault ? task.byDefault(word) : task.required(),
                DocumentKeys.DESCRIPTION,
                DocumentKeys.extending("an experiment"),
                SEED,
                SEEDS));
        keys.addAll(List.of(own));
        return List.copyOf(keys);
    }

    /** The object of a key whose own keys all have defaults; one without keys if it is left out. */
    public static Place section(Place root, Key<Place> key) {
        return key.find(root)
                .orElseGet(() -> new Place(
                        root.reading(), root.pointer() + "/" + key.name(), JsonNodeFactory.instance.objectNode()));
    }

    /** The common part of the experiment that a place is in. */
    public static ExperimentHead head(Place place) {
        return place.reading().context(ExperimentHead.class);
    }

    /** The seed of the experiment that a place is in. */
    static long seed(Place place) {
        return place.reading().context(RandomStreams.class).seed();
    }
}
